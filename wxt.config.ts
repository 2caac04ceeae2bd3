import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  vite: () => ({
    plugins: [preact()],
    build: { target: ['chrome128', 'firefox140'] },
    resolve: {
      alias: {
        // wxt's own tells the page that the extension is there; docs/decisions/0005-guest-on-the-page.md.
        'wxt/utils/content-script-context': fileURLToPath(
          new URL('./entrypoints/footnotes.content/script-context.ts', import.meta.url),
        ),
      },
    },
  }),
  hooks: {
    'build:manifestGenerated'({ config }, manifest) {
      // Highlights do not inherit in Firefox: of all style sheets, only a user's reaches the marks in shadow trees there.
      if (config.browser === 'firefox')
        for (const script of manifest.content_scripts ?? []) Object.assign(script, { css_origin: 'user' });
    },
  },
  manifest: ({ browser }) => ({
    name: 'Privacy Footnotes',
    description:
      'Marks the companies named on a page and shows their documented data-sharing incidents, with sources. Sends nothing anywhere.',
    permissions: ['storage'],
    icons: { 16: 'icons/16.png', 32: 'icons/32.png', 48: 'icons/48.png', 96: 'icons/96.png', 128: 'icons/128.png' },
    action: { default_title: 'Privacy Footnotes' },
    commands: {
      'next-footnote': {
        // J as in jump: Chromium keeps Alt+Shift+N for itself, Firefox's menu bar takes Alt+Shift+F.
        suggested_key: { default: 'Alt+Shift+J' },
        description: 'Go to the next footnote on this page',
      },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'privacy-footnotes@privacy-footnotes.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : { minimum_chrome_version: '128' }),
  }),
});
