/** The machine that was measured on, and how noisy it was. */
import { cpus, loadavg } from 'node:os';
import type { Browser } from 'puppeteer-core';
import type { Row } from './bench';
import { median } from './statistics';

export interface Machine {
  /** `YYYY-MM-DD` */
  day: string;
  processor: string;
  cores: number;
  browser: string;
  node: string;
  /** Processes that waited for a core, on average of a minute: before and after. */
  loadBefore: number;
  loadAfter: number;
  seconds: number;
  end(): void;
}

export async function noteMachine(browser: Browser): Promise<Machine> {
  const begun = Date.now();
  const [first] = cpus();
  const machine: Machine = {
    day: new Date().toISOString().slice(0, 10),
    processor: first?.model.trim() ?? 'unknown',
    cores: cpus().length,
    browser: await browser.version(),
    node: process.version,
    loadBefore: loadavg()[0] as number,
    loadAfter: Number.NaN,
    seconds: 0,
    end() {
      machine.loadAfter = loadavg()[0] as number;
      machine.seconds = Math.round((Date.now() - begun) / 1000);
    },
  };
  return machine;
}

export function machineInWords(machine: Machine, rows: readonly Row[]): string {
  const { day, processor, cores, browser, node, loadBefore, loadAfter, seconds } = machine;
  const noises = rows.flatMap(({ noise }) => (noise === undefined || Number.isNaN(noise) ? [] : [noise]));
  const noise =
    noises.length > 0
      ? ` The floors' own quartiles lay ${percent(median(noises))} apart (at worst ${percent(Math.max(...noises))}).`
      : '';
  return `${day}, ${browser}, Node ${node.slice(1)}, ${cores} × ${processor}; load ${loadBefore.toFixed(1)} before, ${loadAfter.toFixed(1)} after; ${seconds} s.${noise}`;
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;
