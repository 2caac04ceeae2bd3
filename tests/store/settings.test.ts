import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings, withSite } from '../../model/settings';
import { changeSettings, readSettings, watchSettings } from '../../store/settings';
import { SETTINGS_KEY } from '../../store/storage-keys';
import { MemoryStorage } from './storage';

describe('the settings in storage', () => {
  it('are the defaults where nothing is stored', async () => {
    expect(await readSettings(new MemoryStorage())).toEqual(DEFAULT_SETTINGS);
  });

  it('are read again as they were changed', async () => {
    const area = new MemoryStorage();
    const changed = await changeSettings(area, (settings) => ({ ...settings, theme: 'dark' }));
    expect(changed).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' });
    expect(await readSettings(area)).toEqual(changed);
  });

  it('are changed from what is stored now', async () => {
    const area = new MemoryStorage();
    await changeSettings(area, (settings) => withSite(settings, 'a.example', false));
    await changeSettings(area, (settings) => withSite(settings, 'b.example', false));
    expect((await readSettings(area)).sitesOff).toEqual(['a.example', 'b.example']);
  });

  it('keep every one of several changes that come at once', async () => {
    const area = new MemoryStorage();
    await Promise.all([
      changeSettings(area, (settings) => ({ ...settings, theme: 'dark' })),
      changeSettings(area, (settings) => ({ ...settings, badge: false })),
      changeSettings(area, (settings) => withSite(settings, 'a.example', false)),
    ]);
    expect(await readSettings(area)).toMatchObject({ theme: 'dark', badge: false, sitesOff: ['a.example'] });
  });

  it('are mended where something else was stored', async () => {
    const area = new MemoryStorage();
    await area.set({ [SETTINGS_KEY]: { marks: 'yes', badge: false } });
    expect(await readSettings(area)).toEqual({ ...DEFAULT_SETTINGS, badge: false });
  });

  it('stay as they were where they cannot be written, and the change is refused', async () => {
    const area = new MemoryStorage();
    area.isFull = true;
    await expect(changeSettings(area, (settings) => ({ ...settings, marks: false }))).rejects.toThrow();
    expect(await readSettings(area)).toEqual(DEFAULT_SETTINGS);
  });
});

describe('a watch of the settings', () => {
  it('is told of every change until it is stopped, and of no other key or area', async () => {
    const area = new MemoryStorage();
    const seen: Settings[] = [];
    const stop = watchSettings(area.changes, (settings) => seen.push(settings));
    await changeSettings(area, (settings) => ({ ...settings, marks: false }));
    await area.set({ other: 1 });
    await area.set({ [SETTINGS_KEY]: { marks: true } }, 'sync');
    expect(seen).toEqual([{ ...DEFAULT_SETTINGS, marks: false }]);
    stop();
    await changeSettings(area, (settings) => ({ ...settings, marks: true }));
    expect(seen).toHaveLength(1);
  });

  it('is told the defaults where the settings were broken', async () => {
    const area = new MemoryStorage();
    const seen: Settings[] = [];
    watchSettings(area.changes, (settings) => seen.push(settings));
    await area.set({ [SETTINGS_KEY]: 'broken' });
    expect(seen).toEqual([DEFAULT_SETTINGS]);
  });
});
