/** The library: the whole dataset, on a page of its own. */
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { applyTheme } from '../../components/use-settings';
import '../../components/theme.css';
import '../../components/card.css';
import '../../components/controls.css';
import { DEFAULT_SETTINGS } from '../../model/settings';
import { settingsIn } from '../../store/settings';
import { Library } from './Library';
import { placeOf } from './library-place';
import './library.css';

const source = settingsIn(browser.storage);

async function start(): Promise<void> {
  const initial = await source.read().catch(() => DEFAULT_SETTINGS);
  applyTheme(document.documentElement, initial.theme);
  const root = document.getElementById('root');
  if (root) render(<Library source={source} initial={initial} place={placeOf(location)} />, root);
}

void start();
// A change of the hash is another place in the library, but no navigation of the page.
addEventListener('hashchange', () => location.reload());
