/** How firmly a claim stands: always in words, with a small shape and an outline that do not rely on colour. */
import type { Status } from '../model/vocabulary';

/** Groups of statuses that look alike. The words stay different; the shape only helps the eye. */
type Standing = 'claimed' | 'disputed' | 'settled' | 'open' | 'established' | 'undone';

const STANDINGS: Record<Status, Standing> = {
  reported: 'claimed',
  'alleged-in-court': 'claimed',
  disputed: 'disputed',
  'settled-no-admission': 'settled',
  settled: 'settled',
  'found-by-regulator': 'open',
  fined: 'open',
  'fined-under-appeal': 'open',
  admitted: 'established',
  ruled: 'established',
  'fined-final': 'established',
  overturned: 'undone',
  withdrawn: 'undone',
};

export interface StatusLabelProps {
  status: Status;
  /** The status as a reader sees it. */
  words: string;
}

export function StatusLabel({ status, words }: StatusLabelProps) {
  const standing = STANDINGS[status];
  return (
    <span class={`pf-status pf-status-${standing}`}>
      <svg class="pf-status-shape" viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
        {shapeOf(standing)}
      </svg>
      <span class="pf-hidden">Status: </span>
      <span class="pf-status-words">{words}</span>
    </span>
  );
}

function shapeOf(standing: Standing) {
  const line = { fill: 'none', stroke: 'currentColor', 'stroke-width': 1.5 };
  switch (standing) {
    case 'claimed':
      return <circle cx="5" cy="5" r="3.75" {...line} stroke-dasharray="2.4 1.5" />;
    case 'disputed':
      return (
        <>
          <circle cx="5" cy="5" r="3.75" {...line} />
          <path d="M5 1.25a3.75 3.75 0 0 1 0 7.5z" fill="currentColor" />
        </>
      );
    case 'settled':
      return <path d="M5 1 9 5 5 9 1 5z" {...line} />;
    case 'open':
      return (
        <>
          <path d="M1.5 1.5h7v7h-7z" {...line} />
          <path d="M1.5 5h7v3.5h-7z" fill="currentColor" />
        </>
      );
    case 'established':
      return <path d="M1 1h8v8h-8z" fill="currentColor" />;
    case 'undone':
      return <path d="M1.5 1.5l7 7M8.5 1.5l-7 7" {...line} />;
  }
}
