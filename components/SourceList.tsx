/** Sources as links, each with its publisher, date and kind. */
import type { SourceView } from '../model/company-card';

export interface SourceListProps {
  sources: readonly SourceView[];
}

export function SourceList({ sources }: SourceListProps) {
  return (
    <ol class="pf-sources">
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
