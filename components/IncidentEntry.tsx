/** One incident next to one company: the claim and the company’s answer side by side, then the facts and the sources. */
import type { IncidentView, PeopleView } from '../model/company-card';
import { countOf, listInWords } from '../model/wording';
import { SourceList } from './SourceList';
import { StatusLabel } from './StatusLabel';

/** Sources open to view on a card. */
const SHOWN_SOURCES = 4;

export interface IncidentEntryProps {
  incident: IncidentView;
  /** Name of the company that it is shown for. */
  company: string;
  /** Id of the incident’s heading. */
  headingId: string;
  /** True: facts and sources stand open. False: behind a native disclosure; claim, answer and status never are. */
  open: boolean;
  /** True: every name is listed, however many. */
  full?: boolean;
}

export function IncidentEntry({ incident, company, headingId, open, full = false }: IncidentEntryProps) {
  const record = (
    <>
      <p class="pf-summary">{incident.summary}</p>
      <Facts incident={incident} company={company} full={full} />
      <p class="pf-label">{countOf(incident.sources.length, 'source')}</p>
      <SourceList sources={incident.sources} most={full ? undefined : SHOWN_SOURCES} />
    </>
  );
  return (
    <>
      <h3 class="pf-incident-title" id={headingId} tabIndex={-1}>
        {incident.title}
      </h3>
      <p class="pf-incident-line">
        <StatusLabel status={incident.status} words={incident.statusWords} />
        <time class="pf-fine" dateTime={incident.isoDate}>
          {incident.date}
        </time>
      </p>
      <ClaimAndAnswer incident={incident} company={company} />
      {open ? (
        <div class="pf-record">{record}</div>
      ) : (
        <details class="pf-more">
          <summary>
            Facts and {countOf(incident.sources.length, 'source')}
            <span class="pf-hidden">: {incident.title}</span>
          </summary>
          <div class="pf-record">{record}</div>
        </details>
      )}
    </>
  );
}

function ClaimAndAnswer({ incident, company }: { incident: IncidentView; company: string }) {
  const { response } = incident;
  const publisher = incident.sources.find((source) => source.url === response.url)?.publisher;
  return (
    <dl class="pf-sides">
      <div class={incident.alleged ? 'pf-side pf-side-alleged' : 'pf-side'}>
        <dt class="pf-label">
          {incident.alleged ? <span class="pf-alleged">Alleged</span> : 'On record'}
          <span class={incident.alleged ? 'pf-hidden' : ''}>: </span>
          {incident.roleWords}
        </dt>
        <dd>
          {incident.did}
          {incident.as && incident.as !== company && <span class="pf-fine"> (then {incident.as})</span>}
        </dd>
      </div>
      <div class="pf-side">
        <dt class="pf-label">What {company} says</dt>
        <dd>
          {response.text}
          {response.found && (response.date || response.url) && (
            <span class="pf-fine pf-block">
              {response.date}
              {response.date && response.url && ', '}
              {response.url && (
                <a href={response.url} target="_blank" rel="noopener noreferrer">
                  <span class="pf-hidden">source of this answer: </span>
                  {publisher ?? 'source'}
                </a>
              )}
            </span>
          )}
        </dd>
      </div>
    </dl>
  );
}

function Facts({ incident, company, full }: { incident: IncidentView; company: string; full: boolean }) {
  return (
    <dl class="pf-facts">
      <Fact term="Data" shown={incident.dataTypes.length > 0}>
        {incident.dataTypes.join(', ')}
      </Fact>
      <Way incident={incident} company={company} full={full} />
      <Fact term="How">{incident.exposure}</Fact>
      <Fact term="How many" shown={incident.people.length > 0}>
        <Counts people={incident.people} />
      </Fact>
      <Fact term="When" shown={incident.happened !== ''}>
        {incident.happened}
      </Fact>
      <Fact term="Money" shown={incident.money.length > 0}>
        <Lines lines={incident.money} />
      </Fact>
      <Fact term="Authorities" shown={incident.authorities.length > 0}>
        <Lines lines={incident.authorities} />
      </Fact>
      <Fact term="Kind" shown={incident.kinds.length > 0}>
        {incident.kinds.join(', ')}
      </Fact>
    </dl>
  );
}

interface FactProps {
  term: string;
  shown?: boolean;
  children: preact.ComponentChildren;
}

function Fact({ term, shown = true, children }: FactProps) {
  if (!shown) return null;
  return (
    <div class="pf-fact">
      <dt class="pf-label">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Who gave the data and who received it; this company’s own name never falls under “and 3 more”. */
function Way({ incident, company, full }: { incident: IncidentView; company: string; full: boolean }) {
  const own = incident.as ?? company;
  const names = (parties: readonly string[]) => {
    const ordered = parties.includes(own) ? [own, ...parties.filter((name) => name !== own)] : parties;
    return listInWords(ordered, full ? ordered.length : 4);
  };
  const { from, to } = incident;
  if (from.length > 0 && to.length > 0)
    return (
      <Fact term="From, to">
        {names(from)}
        <span aria-hidden="true"> → </span>
        <span class="pf-hidden"> to </span>
        {names(to)}
      </Fact>
    );
  if (from.length > 0) return <Fact term="From">{names(from)}</Fact>;
  return (
    <Fact term="To" shown={to.length > 0}>
      {names(to)}
    </Fact>
  );
}

/** The newest figure first and large; the others stay beneath it with who said them and when. */
function Counts({ people }: { people: readonly PeopleView[] }) {
  const [newest, ...others] = people;
  if (!newest) return null;
  return (
    <>
      {newest.count} <span class="pf-fine">{newest.claim}</span>
      {others.length > 0 && (
        <ul class="pf-lines pf-fine" aria-label="Other figures on record">
          {others.map((one) => (
            <li key={one.count + one.claim}>
              {one.count}, {one.claim}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  if (lines.length === 1) return <>{lines[0]}</>;
  return (
    <ul class="pf-lines">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
