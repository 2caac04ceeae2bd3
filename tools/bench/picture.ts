/** The picture of docs/bench.svg: the growth curves. */
import { type Curve, type Row, short } from './bench';

const WIDTH = 1040;
const PANEL = { width: 500, height: 190 };
const STYLE = `
  text { font: 12px system-ui, sans-serif; fill: #24292f }
  .heading { font-weight: 600; font-size: 13px }
  .title { font-weight: 600; font-size: 17px }
  .end { text-anchor: end }
  .middle { text-anchor: middle }
  .axis { stroke: #8b949e; stroke-width: 1 }
  .line { fill: none; stroke: #4a6fa5; stroke-width: 2 }
  .spread { stroke: #4a6fa5; stroke-width: 1; opacity: .6 }
  .dot { fill: #4a6fa5 }
  .not { font-weight: 600 }
  .ground { fill: #ffffff }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 }
    .line, .spread { stroke: #7aa2d8 }
    .dot { fill: #7aa2d8 }
    .ground { fill: #0d1117 }
  }`;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Each row with its figure, then each curve in a panel of its own. */
export function picture(rows: readonly Row[], curves: readonly Curve[]): string {
  const tableTop = 56;
  const tableHeight = rows.length * 20 + 20;
  const height = tableTop + tableHeight + Math.ceil(curves.length / 2) * (PANEL.height + 30) + 20;
  const title = `What the extension costs: ${rows.filter(({ met }) => met).length} of ${rows.filter(({ met }) => met !== undefined).length} targets met`;
  const table = rows.map((row, at) => {
    const y = tableTop + at * 20;
    const state = row.met === undefined ? '' : row.met ? 'met' : 'not met';
    return `<text class="end" x="150" y="${y}">${row.id}</text><text x="170" y="${y}">${escaped(withoutSpread(row.figure))}</text><text x="690" y="${y}">${escaped(row.target)}</text><text class="end${row.met === false ? ' not' : ''}" x="${WIDTH - 20}" y="${y}">${state}</text>`;
  });
  const panels = curves.map((curve, at) =>
    panel(curve, 20 + (at % 2) * (PANEL.width + 20), tableTop + tableHeight + Math.floor(at / 2) * (PANEL.height + 30)),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title">
<title id="title">${escaped(title)}</title>
<style>${STYLE}
</style>
<rect class="ground" width="100%" height="100%"/>
<text class="title" x="20" y="30">${escaped(title)}</text>
${[...table, ...panels].join('\n')}
</svg>
`;
}

/** Sizes on a logarithmic axis, values from zero. */
function panel({ title, of, unit, points }: Curve, left: number, top: number): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return '';
  const box = { left: left + 60, top: top + 30, width: PANEL.width - 90, height: PANEL.height - 60 };
  const highest = Math.max(...points.map(({ high }) => high)) * 1.1;
  const span = Math.log(last.size / first.size) || 1;
  const x = (size: number) => (box.left + (Math.log(size / first.size) / span) * box.width).toFixed(1);
  const y = (value: number) => (box.top + box.height - (value / highest) * box.height).toFixed(1);
  const path = points.map(({ size, value }) => `${x(size)},${y(value)}`).join(' ');
  const dots = points.map(
    ({ size, value, low, high }) =>
      `<line class="spread" x1="${x(size)}" x2="${x(size)}" y1="${y(low)}" y2="${y(high)}"/><circle class="dot" cx="${x(size)}" cy="${y(value)}" r="4"/><text class="middle" x="${x(size)}" y="${Number(y(value)) - 10}">${short(value)}</text><text class="middle" x="${x(size)}" y="${box.top + box.height + 18}">${short(size)}</text>`,
  );
  return `<text class="heading" x="${left}" y="${top + 8}">${escaped(`${title}: ${unit}, by ${of}`)}</text>
<line class="axis" x1="${box.left}" x2="${box.left + box.width}" y1="${box.top + box.height}" y2="${box.top + box.height}"/>
<polyline class="line" points="${path}"/>
${dots.join('\n')}`;
}

/** The table has the quartiles; a line of the picture has no room for those of three figures. */
const withoutSpread = (figure: string): string =>
  figure.includes(', ') ? figure.replace(/ \([\d.,–-]+ to [\d.,–-]+\)/g, '') : figure;
