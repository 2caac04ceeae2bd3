/** An answer of the background as a view lives with it: on its way, there, or not to be had. */
import { useCallback, useEffect, useState } from 'preact/hooks';

export type Answer<T> = { state: 'loading' } | { state: 'failed' } | { state: 'there'; value: T };

/** Asks once for each `key`, and again on `retry`. */
export function useAnswer<T>(key: string, ask: () => Promise<T>): { answer: Answer<T>; retry: () => void } {
  const [answer, setAnswer] = useState<Answer<T>>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let stale = false;
    setAnswer({ state: 'loading' });
    ask().then(
      (value) => !stale && setAnswer({ state: 'there', value }),
      () => !stale && setAnswer({ state: 'failed' }),
    );
    return () => {
      stale = true;
    };
  }, [key, attempt]);
  const retry = useCallback(() => setAttempt((before) => before + 1), []);
  return { answer, retry };
}
