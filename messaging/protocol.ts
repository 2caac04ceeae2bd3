/** The typed messages between page, popup, extension pages and background. Payloads are plain JSON. */
import type { Reason } from '../mentions/cue-words';
import type { PageRun, RunsReading } from '../mentions/weigh';
import type { CompanyCard } from '../model/company-card';

/** A company that is named on a page. */
export interface CompanyOnPage {
  id: string;
  /** Mentions that are rendered now. */
  mentions: number;
  /** True where the page is about the company, false where it only names it. */
  subject: boolean;
}

/** What the page's script knows of its page. */
export interface PageReport {
  /** Host name of the page. */
  host: string;
  /** `off`: this site or everything is switched off; `reading`: the first scan is under way; `failed`: what it needs could not be loaded. */
  state: 'off' | 'reading' | 'read' | 'failed';
  /** Most relevant first. */
  companies: CompanyOnPage[];
}

export interface DatasetInfo {
  version: string;
  /** `YYYY-MM-DD` */
  date: string;
  companies: number;
  incidents: number;
}

export interface SearchHit {
  id: string;
  name: string;
  sector: string;
  incidentCount: number;
  /** Why it was found where the name does not show it: a brand, a former name or an incident's title. */
  via?: string;
}

/** A place in the library: a company with all its incidents, one of them in view where given; or the list of all companies. */
export interface LibraryPlace {
  company?: string;
  incident?: string;
}

/** A company’s card, drawn for a page. */
export interface DrawnCard {
  id: string;
  name: string;
  /** JSON of a `Drawing`: text costs the page little, and is read where the card is opened. */
  drawing: string;
}

/** What all cards on a page share. */
export interface CardLook {
  /** Style sheet text. */
  css: string;
  /** What each cue of the judge says, for “why is this marked?”. */
  reasons: Record<string, Reason>;
}

/** Messages that the background answers. */
export interface BackgroundProtocol {
  /** Reads runs of a page’s text that may name a company: each proposed mention, weighed by its own run. Nothing of it is kept. */
  readRuns(request: { host: string; runs: PageRun[] }): RunsReading;
  /** Cards of companies, each with its most relevant incidents; `onPage` are all companies named on the page. Unknown ids are left out. */
  getCards(request: { companies: string[]; onPage: string[]; incidents: number }): CompanyCard[];
  /** The same cards as drawings, for pages. */
  drawCards(request: { companies: string[]; onPage: string[]; incidents: number }): DrawnCard[];
  /** Needs no dataset: notices of one that cannot be read are dressed by it too. */
  getCardLook(): CardLook;
  /** Companies whose name, brand or incidents match; at most 20. */
  search(request: { query: string }): SearchHit[];
  getDatasetInfo(): DatasetInfo;
  /** All companies with a record, by name. */
  listCompanies(): SearchHit[];
  /** The names filter, put back into storage by this call where it was lost. */
  restoreFilter(): { restored: boolean };
  /** How many companies with a record the sender's page names; -1: nothing to show. */
  setBadge(request: { companies: number }): void;
  openLibrary(request: LibraryPlace): void;
}

/** Messages that the page's script answers. */
export interface PageProtocol {
  reportPage(): PageReport;
  /** Scrolls to the next mention of the company and opens its card there. */
  jumpTo(request: { company: string }): { found: boolean };
  /** Moves to the next mention on the page, whatever its company. */
  nextFootnote(): { found: boolean };
}
