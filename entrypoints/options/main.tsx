/** The settings page. */
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { applyTheme } from '../../components/use-settings';
import '../../components/theme.css';
import '../../components/card.css';
import '../../components/controls.css';
import { DEFAULT_SETTINGS } from '../../model/settings';
import { settingsIn } from '../../store/settings';
import { Options } from './Options';
import './options.css';

const source = settingsIn(browser.storage);

async function start(): Promise<void> {
  const initial = await source.read().catch(() => DEFAULT_SETTINGS);
  applyTheme(document.documentElement, initial.theme);
  const root = document.getElementById('root');
  if (root) render(<Options source={source} initial={initial} />, root);
}

void start();
