/** Records as text, laid out as Biome lays out JSON: what a command writes differs from the file before in what changed only. */

const WIDTH = 120;

/** The text of a JSON file: objects over several lines, lists of plain values on one line where they fit. */
export function recordText(value: unknown): string {
  return `${layOut(value, '', 0)}\n`;
}

/** @param used units of the line that stand before and after the value */
function layOut(value: unknown, indent: string, used: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    if (value.every((item) => typeof item !== 'object' || item === null)) {
      const line = `[${value.map((item) => JSON.stringify(item)).join(', ')}]`;
      if (indent.length + used + line.length <= WIDTH) return line;
    }
    return `[\n${value.map((item) => inner + layOut(item, inner, 1)).join(',\n')}\n${indent}]`;
  }
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  if (entries.length === 0) return '{}';
  const lines = entries.map(([key, item], at) => {
    const name = `${JSON.stringify(key)}: `;
    return inner + name + layOut(item, inner, name.length + (at < entries.length - 1 ? 1 : 0));
  });
  return `{\n${lines.join(',\n')}\n${indent}}`;
}
