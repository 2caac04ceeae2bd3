/** Which dataset is in use. */
import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { Notice } from '../../components/Notice';
import { askBackground } from '../../messaging/background';
import type { DatasetInfo } from '../../messaging/protocol';
import { countOf, dateInWords } from '../../model/wording';

export function DatasetSection() {
  const [info, setInfo] = useState<DatasetInfo | 'loading' | 'failed'>('loading');
  const [attempt, setAttempt] = useState(0);
  // Asked once an attempt.
  useEffect(() => {
    let stale = false;
    setInfo('loading');
    askBackground('getDatasetInfo').then(
      (answer) => !stale && setInfo(answer),
      () => !stale && setInfo('failed'),
    );
    return () => {
      stale = true;
    };
  }, [attempt]);

  return (
    <section aria-labelledby="dataset">
      <h2 id="dataset">Dataset</h2>
      {info === 'loading' && <p role="status">Loading …</p>}
      {info === 'failed' && (
        <div role="alert">
          <Notice
            title="The dataset could not be loaded"
            problem
            action={{ label: 'Try again', onAct: () => setAttempt(attempt + 1) }}
          />
        </div>
      )}
      {typeof info === 'object' && (
        <>
          <dl class="options-facts">
            <div>
              <dt>Holds</dt>
              <dd>
                {countOf(info.companies, 'company', 'companies')}, {countOf(info.incidents, 'incident')}
              </dd>
            </div>
            <div>
              <dt>Date</dt>
              <dd>{dateInWords(info.date)}</dd>
            </div>
            <div>
              <dt>Version</dt>
              <dd>
                <code>{info.version}</code>
              </dd>
            </div>
          </dl>
          <p>
            <a href={browser.runtime.getURL('/library.html')}>Open the library</a>
          </p>
        </>
      )}
    </section>
  );
}
