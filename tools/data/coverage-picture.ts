/** The picture docs/coverage.svg: bars of incidents by year, kind and sector. Readable in light and dark. */
import type { Coverage, Row } from './coverage';

const ROW = 20;
const LABEL = 250;
const BAR = 190;
const PANEL = LABEL + BAR + 60;
const TOP = 64;
const GAP = 34;

const escapeText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function panel(heading: string, rows: readonly Row[], x: number, y: number): string {
  const most = Math.max(1, ...rows.map((row) => row.incidents));
  const bars = rows.map(({ label, incidents }, at) => {
    const top = y + 14 + at * ROW;
    const width = Math.max(1, Math.round((BAR * incidents) / most));
    return [
      `<text class="label" x="${x + LABEL - 8}" y="${top + 13}">${escapeText(label)}</text>`,
      `<rect x="${x + LABEL}" y="${top + 2}" width="${width}" height="${ROW - 6}" rx="2"/>`,
      `<text x="${x + LABEL + width + 6}" y="${top + 13}">${incidents}</text>`,
    ].join('');
  });
  return `<text class="heading" x="${x}" y="${y}">${escapeText(heading)}</text>\n${bars.join('\n')}`;
}

const heightOf = (rows: readonly Row[]) => rows.length * ROW + 14;

/** The picture as SVG. */
export function coveragePicture(coverage: Coverage): string {
  const second = TOP + heightOf(coverage.kinds) + GAP;
  const height = Math.max(second + heightOf(coverage.years), TOP + heightOf(coverage.sectors)) + 20;
  const width = 2 * PANEL + 40;
  const title = `${coverage.incidents} incidents of ${coverage.companies} companies`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title">
<title id="title">${title}: by kind, year disclosed and sector</title>
<style>
  text { font: 12px system-ui, sans-serif; fill: #24292f }
  .label { text-anchor: end }
  .heading { font-weight: 600; font-size: 13px }
  .title { font-weight: 600; font-size: 17px }
  rect { fill: #4a6fa5 }
  .ground { fill: #ffffff }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 }
    rect { fill: #7aa2d8 }
    .ground { fill: #0d1117 }
  }
</style>
<rect class="ground" width="100%" height="100%"/>
<text class="title" x="20" y="30">${title}</text>
${panel('By kind', coverage.kinds, 20, TOP)}
${panel('By year disclosed', coverage.years, 20, second)}
${panel('By sector of the companies', coverage.sectors, 20 + PANEL, TOP)}
</svg>
`;
}
