/** Search over the whole dataset; an answer that comes after a newer question is dropped. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { askBackground } from '../../messaging/background';
import type { SearchHit } from '../../messaging/protocol';

export interface Search {
  query: string;
  hits: SearchHit[];
  state: 'idle' | 'asking' | 'found' | 'failed';
  ask(query: string): void;
}

export function useSearch(): Search {
  const [query, setQuery] = useState('');
  const [answer, setAnswer] = useState<Pick<Search, 'hits' | 'state'>>({ hits: [], state: 'idle' });

  useEffect(() => {
    const words = query.trim();
    if (words === '') {
      setAnswer({ hits: [], state: 'idle' });
      return;
    }
    let stale = false;
    setAnswer((before) => ({ hits: before.hits, state: 'asking' }));
    askBackground('search', { query: words }).then(
      (hits) => !stale && setAnswer({ hits, state: 'found' }),
      () => !stale && setAnswer({ hits: [], state: 'failed' }),
    );
    return () => {
      stale = true;
    };
  }, [query]);

  const ask = useCallback((next: string) => setQuery(next), []);
  return { query, ...answer, ask };
}
