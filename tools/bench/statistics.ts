/** Medians, quartiles and ratios of what was measured. */

/** The middle of some values and how far they lie apart. */
export interface Spread {
  median: number;
  /** First and third quartile: half of the values lie between them. */
  low: number;
  high: number;
  count: number;
}

/** The value below which `share` of the values lie, between neighbours by straight line. NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export function spreadOf(values: readonly number[]): Spread {
  return {
    median: median(values),
    low: quantile(values, 0.25),
    high: quantile(values, 0.75),
    count: values.length,
  };
}

/** What each measured value is to the floor that was taken beside it. Both lists are in the order of taking. */
export function ratiosOf(measured: readonly number[], floor: readonly number[]): number[] {
  if (measured.length !== floor.length)
    throw new Error(`${measured.length} values cannot be set against ${floor.length}`);
  return measured.map((value, at) => value / (floor[at] as number));
}

/** Distance between the quartiles as a share of the median: how noisy the values are. */
export const noiseOf = (values: readonly number[]): number => {
  const { median: middle, low, high } = spreadOf(values);
  return (high - low) / middle;
};
