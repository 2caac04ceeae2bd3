import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, hullOf, isInBox, placeCard } from '../../page/place-card';

const at = (min: number, max: number) => fc.double({ min, max, noNaN: true });
/** A visual viewport, scrolled and pinched anywhere; the smallest is a phone’s at 500 % zoom. */
const view: fc.Arbitrary<Box> = fc
  .tuple(at(-500, 3000), at(-500, 3000), at(60, 3000), at(60, 3000))
  .map(([left, top, width, height]) => ({ left, top, right: left + width, bottom: top + height }));
/** A line of a mark: anywhere, also out of sight. */
const anchor: fc.Arbitrary<Box> = fc
  .tuple(at(-4000, 6000), at(-4000, 6000), at(0, 2000), at(0, 600))
  .map(([left, top, width, height]) => ({ left, top, right: left + width, bottom: top + height }));
const height = at(0, 5000);
const SLACK = 1e-6;

describe('the place of the card', () => {
  it('is inside the view, whatever mark, size and zoom', () => {
    fc.assert(
      fc.property(anchor, height, view, (mark, wanted, seen) => {
        const { left, top, width, maxHeight } = placeCard(mark, wanted, seen);
        expect(left).toBeGreaterThanOrEqual(seen.left - SLACK);
        expect(top).toBeGreaterThanOrEqual(seen.top - SLACK);
        expect(left + width).toBeLessThanOrEqual(seen.right + SLACK);
        expect(top + Math.min(wanted, maxHeight)).toBeLessThanOrEqual(seen.bottom + SLACK);
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves the card some width and height, and never more than the view has', () => {
    fc.assert(
      fc.property(anchor, fc.integer({ min: 1, max: 5000 }), view, (mark, wanted, seen) => {
        const { width, maxHeight } = placeCard(mark, wanted, seen);
        expect(width).toBeGreaterThan(0);
        expect(width).toBeLessThanOrEqual(seen.right - seen.left);
        expect(maxHeight).toBeGreaterThan(0);
        expect(maxHeight).toBeLessThanOrEqual(seen.bottom - seen.top);
      }),
    );
  });

  it('is the same for the same mark, size and view', () => {
    fc.assert(
      fc.property(anchor, height, view, (mark, wanted, seen) => {
        expect(placeCard({ ...mark }, wanted, { ...seen })).toEqual(placeCard(mark, wanted, seen));
      }),
    );
  });

  it('moves with the view', () => {
    const moved = ({ left, top, right, bottom }: Box) => ({
      left: left + 100,
      top: top + 200,
      right: right + 100,
      bottom: bottom + 200,
    });
    const whole = (box: Box) => ({
      left: Math.round(box.left),
      top: Math.round(box.top),
      right: Math.round(box.right),
      bottom: Math.round(box.bottom),
    });
    fc.assert(
      fc.property(anchor.map(whole), fc.nat(3000), view.map(whole), (mark, wanted, seen) => {
        const here = placeCard(mark, wanted, seen);
        expect(placeCard(moved(mark), wanted, moved(seen))).toEqual({
          ...here,
          left: here.left + 100,
          top: here.top + 200,
        });
      }),
    );
  });

  it('covers no mark where one side has room for the whole card', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 10, max: 300 }), (y, wanted) => {
        const mark = { left: 200, top: y, right: 260, bottom: y + 20 };
        const seen = { left: 0, top: 0, right: 1000, bottom: 1020 };
        const { top } = placeCard(mark, wanted, seen);
        expect(top >= mark.bottom || top + wanted <= mark.top).toBe(true);
      }),
    );
  });

  it('is under the mark where there is room, else above it', () => {
    const seen = { left: 0, top: 0, right: 1000, bottom: 800 };
    expect(placeCard({ left: 100, top: 100, right: 160, bottom: 120 }, 300, seen).top).toBeGreaterThanOrEqual(120);
    expect(placeCard({ left: 100, top: 700, right: 160, bottom: 720 }, 300, seen).top).toBeLessThanOrEqual(400);
  });
});

describe('the box that the pointer may travel in', () => {
  const inside = (box: Box) => [box.left + (box.right - box.left) / 2, box.top + (box.bottom - box.top) / 2] as const;

  it('holds both boxes', () => {
    fc.assert(
      fc.property(anchor, anchor, (a, b) => {
        const hull = hullOf(a, b);
        expect(isInBox(...inside(a), hull, SLACK) && isInBox(...inside(b), hull, SLACK)).toBe(true);
        expect(hullOf(b, a)).toEqual(hull);
      }),
    );
  });

  it('ends at its edge, give or take the slack', () => {
    const box = { left: 0, top: 0, right: 10, bottom: 10 };
    expect([isInBox(10, 10, box), isInBox(11, 5, box), isInBox(11, 5, box, 2)]).toEqual([true, false, true]);
  });
});
