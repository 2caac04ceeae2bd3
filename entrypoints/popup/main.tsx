/** The toolbar popup. */
import { render } from 'preact';
import browser from 'webextension-polyfill';
import type { SettingsSource } from '../../components/use-settings';
import { applyTheme } from '../../components/use-settings';
import '../../components/theme.css';
import '../../components/card.css';
import '../../components/controls.css';
import { DEFAULT_SETTINGS } from '../../model/settings';
import { changeSettings, readSettings, watchSettings } from '../../store/settings';
import { findTab } from './find-tab';
import { Popup } from './Popup';
import './popup.css';

const source: SettingsSource = {
  read: () => readSettings(browser.storage.local),
  change: (change) => changeSettings(browser.storage.local, change),
  watch: (listener) => watchSettings(browser.storage.onChanged, listener),
};

async function start(): Promise<void> {
  const [initial, place] = await Promise.all([source.read().catch(() => DEFAULT_SETTINGS), findTab()]);
  applyTheme(document.documentElement, initial.theme);
  document.documentElement.dataset.place = place.inTab ? 'tab' : 'popup';
  const root = document.getElementById('root');
  if (root) render(<Popup source={source} initial={initial} place={place} />, root);
}

void start();
