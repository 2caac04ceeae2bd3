import { expect, test } from 'vitest';
import { median, noiseOf, quantile, ratiosOf, spreadOf } from '../../tools/bench/statistics';

test('the median lies in the middle, between two neighbours where the number is even', () => {
  expect(median([5, 1, 3])).toBe(3);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([])).toBeNaN();
});

test('quantiles lie between neighbours by straight line and do not change the list', () => {
  const values = [4, 1, 3, 2, 5];
  expect(quantile(values, 0)).toBe(1);
  expect(quantile(values, 0.25)).toBe(2);
  expect(quantile(values, 0.9)).toBeCloseTo(4.6);
  expect(quantile(values, 1)).toBe(5);
  expect(values).toEqual([4, 1, 3, 2, 5]);
});

test('a spread holds the median, the quartiles and how many there were', () => {
  expect(spreadOf([10, 20, 30, 40, 50])).toEqual({ median: 30, low: 20, high: 40, count: 5 });
});

test('one value far off moves neither median nor quartiles much', () => {
  expect(spreadOf([10, 11, 12, 13, 9000])).toEqual({ median: 12, low: 11, high: 13, count: 5 });
});

test('ratios are formed round by round, so that a slow round is slow on both sides', () => {
  expect(ratiosOf([30, 300], [10, 100])).toEqual([3, 3]);
  expect(() => ratiosOf([1], [1, 2])).toThrow('1 values cannot be set against 2');
});

test('noise is the distance of the quartiles as a share of the median', () => {
  expect(noiseOf([8, 9, 10, 11, 12])).toBeCloseTo(0.2);
  expect(noiseOf([7, 7, 7])).toBe(0);
});
