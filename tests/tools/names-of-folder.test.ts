import { expect, it } from 'vitest';
import { packFolder } from '../../tools/dataset';
import { packNamesOfFolder } from '../../tools/names-of-folder';
import { VALID_FOLDER } from '../fixtures/dataset';

it('holds the names that the checked dataset holds', () => {
  expect({ ...packNamesOfFolder(VALID_FOLDER), version: '' }).toEqual({
    ...packFolder(VALID_FOLDER).names,
    version: '',
  });
});
