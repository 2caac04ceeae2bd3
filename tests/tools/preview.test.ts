import { expect, test } from 'vitest';
import { cardPage, cardPicture } from '../../tools/card-picture';
import { cardText } from '../../tools/card-text';
import { DatasetFiles } from '../../tools/dataset-files';
import { findBrowser } from '../../tools/installed-browsers.mjs';
import { previewCard } from '../../tools/preview-card';
import { datasetCopy, readJson, write } from './dataset-copy';

const PARTNERS = 'incidents/2018/examplia-partner-access-2018.json';

test('a company, an old id of one, and an incident each give a card', () => {
  const files = new DatasetFiles(datasetCopy());
  expect(previewCard(files, 'examplia').card).toMatchObject({ id: 'examplia', incidentCount: 2 });
  expect(previewCard(files, 'example-book').card.id).toBe('examplia');
  const { card } = previewCard(files, 'examplia-partner-access-2018', 'streamora');
  expect(card).toMatchObject({ id: 'streamora', incidents: [{ id: 'examplia-partner-access-2018' }] });
  expect(cardText(card)).toContain('received the data');
});

test('the terminal tells all that the card tells, in its words', () => {
  const files = new DatasetFiles(datasetCopy());
  const partners = cardText(previewCard(files, 'examplia-partner-access-2018').card);
  expect(partners).toMatch(/^ {4}how {7}said to have been shared$/m);
  expect(partners).toMatch(/^ {4}when {6}2010 to 2017$/m);
  expect(partners).toMatch(/^ {4}summary {3}A newsroom reported/m);
  const fine = cardText(previewCard(files, 'examplia-fine-2020').card);
  expect(fine).toMatch(/^ {4}how {7}collected or used beyond/m);
  expect(fine).toMatch(/^ {4}money {5}fine of EUR 1.5 million on Examplia/m);
  expect(fine).toMatch(/^ {4}authority Atlantis Data Authority$/m);
});

test('a record with errors is shown, and its errors are told; one without its fields says which', () => {
  const folder = datasetCopy();
  const incident = readJson(folder, PARTNERS);
  write(folder, PARTNERS, JSON.stringify({ ...incident, responses: [] }));
  const { problems } = previewCard(new DatasetFiles(folder), incident.id);
  expect(problems.map(({ rule }) => rule)).toContain('response-present');
  write(folder, PARTNERS, JSON.stringify({ ...incident, summary: undefined }));
  expect(() => previewCard(new DatasetFiles(folder), incident.id)).toThrow('/summary required field is missing');
});

test('what is not there is said, with what is near', () => {
  const files = new DatasetFiles(datasetCopy());
  expect(() => previewCard(files, 'partner-access')).toThrow('is it incidents/2018/examplia-partner-access-2018.json?');
  expect(() => previewCard(files, 'examplia-fine-2020', 'pomelo')).toThrow('pomelo is no party');
});

test('the picture’s page holds the real components, both themes, and asks for nothing', async () => {
  const { card } = previewCard(new DatasetFiles(datasetCopy()), 'examplia');
  const html = await cardPage({ ...card, name: '</script><b>' }, 3);
  expect(html).toContain('pf-card');
  expect(html).toMatch(/data-theme="light"[\s\S]*data-theme="dark"/);
  expect(html).not.toMatch(/<link|src=|@import/);
  expect(html.match(/<\/script/g)).toHaveLength(2);
});

test.runIf(findBrowser('chromium'))('the picture is a PNG', { timeout: 60_000 }, async () => {
  const { card } = previewCard(new DatasetFiles(datasetCopy()), 'examplia');
  const picture = Buffer.from(await cardPicture(card, 3));
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  expect(picture.length).toBeGreaterThan(20_000);
});
