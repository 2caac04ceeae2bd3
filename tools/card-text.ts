/** A company card as plain text, for the terminal. */
import type { CompanyCard, IncidentView } from '../model/company-card';
import { countOf, listInWords } from '../model/wording';

const WIDTH = 96;

/** The card in lines of at most 96 characters. */
export function cardText(card: CompanyCard): string {
  const head = [
    card.name,
    `${card.sector}, ${card.country} · ${countOf(card.incidentCount, 'incident')} on record`,
    ...(card.owner
      ? [`Part of ${card.owner.name} (${countOf(card.owner.incidentCount, 'incident')} of its own on record)`]
      : []),
  ];
  const rest = card.incidentCount - card.incidents.length;
  const more = rest > 0 ? [`… and ${countOf(rest, 'incident')} more in the library`] : [];
  return [head.join('\n'), ...card.incidents.map(incidentText), ...more].join('\n\n');
}

function incidentText(incident: IncidentView): string {
  const flow =
    incident.to.length > 0
      ? `${listInWords(incident.from)} → ${listInWords(incident.to, 6)}`
      : listInWords(incident.from);
  const each = (label: string, texts: readonly string[]) => texts.map((text): [string, string] => [label, text]);
  // The facts stand in the order of the card.
  const rows: [string, string][] = [
    ['status', `${incident.statusWords}${incident.alleged ? ' (alleged)' : ''}`],
    ['part', `${incident.roleWords}: ${incident.did}`],
    ['answer', incident.response.text],
    ['summary', incident.summary],
    ['data', incident.dataTypes.join(', ')],
    ['who', flow],
    ['how', incident.exposure],
    ...each(
      'how many',
      incident.people.slice(0, 2).map((people) => `${people.count}, ${people.claim}`),
    ),
    ['when', incident.happened],
    ...each('money', incident.money),
    ...each('authority', incident.authorities),
    ['kind', incident.kinds.join(', ')],
    ...incident.sources
      .slice(0, 3)
      .map((source): [string, string] => [
        'source',
        `${[source.publisher, source.date].filter(Boolean).join(', ')}: ${source.url}`,
      ]),
  ];
  const lines = rows.filter(([, text]) => text !== '').map(([label, text]) => wrap(`    ${label.padEnd(10)}`, text));
  return [`  ${incident.title} (${incident.date})`, ...lines].join('\n');
}

function wrap(indent: string, text: string): string {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(' ')) {
    if (line.length + word.length + 1 > WIDTH && line.trim() !== '') {
      lines.push(line);
      line = ' '.repeat(indent.length);
    }
    line += line.endsWith(' ') ? word : ` ${word}`;
  }
  return [...lines, line].join('\n');
}
