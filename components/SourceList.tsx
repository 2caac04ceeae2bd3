/** Sources as links, each with its publisher, date and kind. */
import type { SourceView } from '../model/company-card';
import { countOf } from '../model/wording';

export interface SourceListProps {
  sources: readonly SourceView[];
  /** How many stand open to view; the others are behind a native disclosure. All of them where left out. */
  most?: number;
}

export function SourceList({ sources, most = sources.length }: SourceListProps) {
  // One behind a disclosure would take as much room as the disclosure.
  const first = sources.length <= most + 1 ? sources : sources.slice(0, most);
  const rest = sources.slice(first.length);
  return (
    <>
      <Sources sources={first} />
      {rest.length > 0 && (
        <details class="pf-more">
          <summary>{countOf(rest.length, 'more source')}</summary>
          <Sources sources={rest} start={first.length + 1} />
        </details>
      )}
    </>
  );
}

function Sources({ sources, start = 1 }: { sources: readonly SourceView[]; start?: number }) {
  return (
    <ol class="pf-sources" start={start}>
      {sources.map((source) => (
        <li key={source.url}>
          <a href={source.url} target="_blank" rel="noopener noreferrer">
            {source.title}
          </a>{' '}
          <span class="pf-fine">
            {[source.publisher, source.date].filter(Boolean).join(', ')} ({source.kind})
          </span>
        </li>
      ))}
    </ol>
  );
}
