/** Keys of the extension's own `storage.local`. */
export const SETTINGS_KEY = 'settings';
export const FILTER_KEY = 'names-filter';
