/**
 * What a page's main thread did for a guest's script, from the browser's own trace. Real pages are opened with their scripts silent, so
 * whatever runs script there is the guest's. Times are the thread's processor time: what other processes take is not in them.
 */
import type { CDPSession } from 'puppeteer-core';

interface TraceEvent {
  name: string;
  cat: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds. */
  ts: number;
  dur?: number;
  /** Processor time of the thread, microseconds. */
  tdur?: number;
  args?: { name?: string; sync_id?: string; data?: { url?: string } } & Record<string, unknown>;
}

interface Nested extends TraceEvent {
  inner: Nested[];
}

/** One stretch of work that the page had to wait for, in milliseconds. */
export interface Slice {
  cpuMs: number;
  wallMs: number;
}

const CATEGORIES = ['toplevel', 'devtools.timeline', 'blink.user_timing'];
/** What the engine and the extensions' bindings say of themselves. */
const ENGINE = ['v8', 'extensions'];

/** What runs script, or fetches something for it. */
const SCRIPT =
  /^(?:EvaluateScript|FunctionCall|v8\.(?:run|callFunction|compile)|RunMicrotasks|FireIdleCallback|TimerFire|FireAnimationFrame|RunYieldContinuation|BlinkScheduler_PerformMicrotaskCheckpoint|NativeExtensionBindingsSystem::\w+)$/;
/** What a page does without any guest; a task with it is the page's own but for the script in it. */
const PAGES_OWN = /^(?:ParseHTML|UpdateLayoutTree|Layout|PrePaint|Paint|Commit|Layerize|ParseAuthorStyleSheet)$/;
/** A check for microtasks is made after every task; one this short found none. Microseconds of processor time. */
const EMPTY_CHECK = 30;
const GUEST = 'chrome-extension://';

export class Trace {
  readonly #session: CDPSession;
  readonly #events: TraceEvent[] = [];
  #threads = new Map<string, Nested[]>();

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  /** @param withEngine false for a script that calls so much that noting each call would take minutes */
  static async start(session: CDPSession, withEngine = true): Promise<Trace> {
    const trace = new Trace(session);
    session.on('Tracing.dataCollected', trace.#collect);
    await session.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: {
        includedCategories: withEngine ? [...CATEGORIES, ...ENGINE] : CATEGORIES,
        recordMode: 'recordAsMuchAsPossible',
      },
    });
    return trace;
  }

  readonly #collect = ({ value }: { value: unknown[] }) => {
    for (const event of value as TraceEvent[]) if (isKept(event)) this.#events.push(event);
  };

  /** Notes this moment under a name. */
  async mark(name: string): Promise<void> {
    await this.#session.send('Tracing.recordClockSyncMarker', { syncId: name });
  }

  async stop(): Promise<void> {
    const complete = new Promise((resolve) => this.#session.once('Tracing.tracingComplete', resolve));
    await this.#session.send('Tracing.end');
    await complete;
    this.#session.off('Tracing.dataCollected', this.#collect);
    const mains = new Set(
      this.#events
        .filter((event) => event.name === 'thread_name' && event.args?.name === 'CrRendererMain')
        .map((event) => `${event.pid}:${event.tid}`),
    );
    const byThread = new Map<string, TraceEvent[]>();
    for (const event of this.#events) {
      const thread = `${event.pid}:${event.tid}`;
      if (event.ph !== 'X' || !mains.has(thread)) continue;
      const list = byThread.get(thread);
      if (list) list.push(event);
      else byThread.set(thread, [event]);
    }
    this.#threads = new Map([...byThread].map(([thread, events]) => [thread, nest(events)]));
  }

  /**
   * Stretches of script on the page at `address`, from where the guest's script is evaluated to the mark `end`. Before it, a page that
   * shows a blocked frame runs the browser's own script.
   * @param world name of the guest's world, on pages that have scripts of their own
   * @param begin a mark to begin at instead
   */
  slices(address: string, end: string, world?: string, begin?: string): Slice[] {
    const tasks = this.#tasksOf(address);
    const until = this.#timeOf(end);
    const from = begin === undefined ? undefined : this.#timeOf(begin);
    const first = tasks.findIndex((task) =>
      from === undefined
        ? [...all([task])].some(({ name, args }) => name === 'EvaluateScript' && args?.data?.url?.startsWith(GUEST))
        : task.ts >= from,
    );
    if (first < 0) throw new Error(`no guest ran on ${address}`);
    return tasks
      .slice(first)
      .filter((task) => task.ts < until)
      .flatMap((task) => (world === undefined ? slicesIn(task) : slicesOfWorld(task, world)));
  }

  /** Processor time of the first script that was run on the page, compiling left out, in milliseconds. */
  runOf(address: string, script: string): number {
    const found = [...all(this.#tasksOf(address))].find(
      (event) => event.name === 'v8.run' && String(event.args?.fileName ?? '').endsWith(script),
    );
    if (!found) throw new Error(`${script} did not run on ${address}`);
    return cpuOf(found) / 1000;
  }

  /** When the page's own mark `first` was set and when `second` was, in milliseconds since the task with the first began; and its processor time. */
  sinceTask(address: string, first: string, second: string): { first: number; second: number; cpuMs: number } {
    const tasks = this.#tasksOf(address);
    const at = (name: string) => {
      const found = this.#events.find((event) => event.name === name && event.pid === tasks[0]?.pid);
      if (!found) throw new Error(`the page did not set the mark ${name}`);
      return found.ts;
    };
    const task = tasks.find(({ ts, dur = 0 }) => ts <= at(first) && at(first) <= ts + dur);
    if (!task) throw new Error(`no task holds the mark ${first}`);
    return { first: (at(first) - task.ts) / 1000, second: (at(second) - task.ts) / 1000, cpuMs: cpuOf(task) / 1000 };
  }

  #tasksOf(address: string): Nested[] {
    for (const tasks of this.#threads.values())
      for (const event of all(tasks))
        if (event.name === 'CommitLoad' && event.args?.data?.url === address) return tasks;
    throw new Error(`${address} is not in the trace`);
  }

  #timeOf(mark: string): number {
    const found = this.#events.find((event) => event.name === 'clock_sync' && event.args?.sync_id === mark);
    if (!found) throw new Error(`the mark ${mark} is not in the trace`);
    return found.ts;
  }
}

/** Most of a trace is of no use here, and a trace of many pages is large. */
function isKept({ name, ph, cat }: TraceEvent): boolean {
  if (ph !== 'X') return name === 'thread_name' || name === 'clock_sync' || cat.includes('user_timing');
  return /(?:^|::)RunTask$/.test(name) || name === 'CommitLoad' || SCRIPT.test(name) || PAGES_OWN.test(name);
}

function nest(events: TraceEvent[]): Nested[] {
  const roots: Nested[] = [];
  const open: Nested[] = [];
  const sorted = events.map((event): Nested => ({ ...event, inner: [] }));
  sorted.sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  for (const event of sorted) {
    for (let last = open.at(-1); last && last.ts + (last.dur ?? 0) <= event.ts; last = open.at(-1)) open.pop();
    (open.at(-1)?.inner ?? roots).push(event);
    open.push(event);
  }
  return roots;
}

function* all(events: Nested[]): Generator<Nested> {
  for (const event of events) {
    yield event;
    yield* all(event.inner);
  }
}

/** The whole task where it is there for script, else the script in it. */
function slicesIn(task: Nested): Slice[] {
  const scripts = outermostScripts([task]);
  if (scripts.length === 0) return [];
  const outside = [...outsideScripts([task])];
  const counted = outside.some((event) => PAGES_OWN.test(event.name)) ? scripts : [task];
  return [sliceOf(counted)];
}

/** On a page with scripts: idle callbacks and continuations are the guest's, of all else only what runs in its world. */
function slicesOfWorld(task: Nested, world: string): Slice[] {
  const events = [...all([task])];
  const whole = events.some(({ name }) => name === 'RunYieldContinuation' || name === 'FireIdleCallback');
  const counted = whole
    ? [task]
    : events.filter(({ name, args }) => /^v8\.(?:run|callFunction)$/.test(name) && args?.worldName === world);
  return counted.length === 0 ? [] : [sliceOf(counted)];
}

const sliceOf = (events: Nested[]): Slice => ({
  cpuMs: events.reduce((sum, event) => sum + cpuOf(event), 0) / 1000,
  wallMs: events.reduce((sum, event) => sum + (event.dur ?? 0), 0) / 1000,
});

function outermostScripts(events: Nested[]): Nested[] {
  return events.flatMap((event) => (isScript(event) ? [event] : outermostScripts(event.inner)));
}

function* outsideScripts(events: Nested[]): Generator<Nested> {
  for (const event of events) {
    if (isScript(event)) continue;
    yield event;
    yield* outsideScripts(event.inner);
  }
}

function isScript(event: Nested): boolean {
  if (!SCRIPT.test(event.name)) return false;
  return !event.name.startsWith('BlinkScheduler') || cpuOf(event) > EMPTY_CHECK;
}

const cpuOf = (event: TraceEvent): number => event.tdur ?? event.dur ?? 0;
