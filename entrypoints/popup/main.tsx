/** The toolbar popup. */
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { applyTheme } from '../../components/use-settings';
import '../../components/theme.css';
import '../../components/card.css';
import '../../components/controls.css';
import { DEFAULT_SETTINGS } from '../../model/settings';
import { settingsIn } from '../../store/settings';
import { findTab } from './find-tab';
import { Popup } from './Popup';
import './popup.css';

const source = settingsIn(browser.storage);

async function start(): Promise<void> {
  const [initial, place] = await Promise.all([source.read().catch(() => DEFAULT_SETTINGS), findTab()]);
  applyTheme(document.documentElement, initial.theme);
  document.documentElement.dataset.place = place.inTab ? 'tab' : 'popup';
  const root = document.getElementById('root');
  if (root) render(<Popup source={source} initial={initial} place={place} />, root);
}

void start();
