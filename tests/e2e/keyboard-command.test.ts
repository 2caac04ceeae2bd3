/** The keyboard command has a key: a suggested key that the browser has reserved is dropped without a word. */
import { expect, test } from 'vitest';
import { useSession } from './support/fixture';

const session = useSession();

test('“next footnote” has a key', async () => {
  const page = await session.current.openExtensionPage('/options.html');
  const commands = await page.evaluate(() => chrome.commands.getAll());
  expect(commands.find((command) => command.name === 'next-footnote')?.shortcut).toBe('Alt+Shift+J');
  await page.close();
});
