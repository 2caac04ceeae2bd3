/** Keys of the extension's own `storage.local`. */
export const SETTINGS_KEY = 'settings';
export const NAMES_KEY = 'names';
