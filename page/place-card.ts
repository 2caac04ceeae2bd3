/** Where the card goes. All numbers are CSS pixels of the visual viewport's coordinates. */

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Placed {
  left: number;
  top: number;
  /** The card scrolls inside when its content is higher. */
  maxHeight: number;
  width: number;
}

const WIDTH = 380;
/** Between card and viewport edge. */
const MARGIN = 8;
/** Between card and mark: small, so that the pointer can travel. */
const GAP = 6;
const MAX_HEIGHT = 520;

/**
 * Places the card under the mark, or above it where there is more room; always inside `view`.
 * @param anchor the line of the mark that was pointed at
 * @param wantedHeight height of the card's content
 */
export function placeCard(anchor: Box, wantedHeight: number, view: Box): Placed {
  const viewWidth = view.right - view.left;
  const viewHeight = view.bottom - view.top;
  const width = Math.max(0, Math.min(WIDTH, viewWidth - 2 * MARGIN));
  const limit = Math.max(0, Math.min(MAX_HEIGHT, viewHeight - 2 * MARGIN));
  const below = view.bottom - MARGIN - (anchor.bottom + GAP);
  const above = anchor.top - GAP - (view.top + MARGIN);
  const isBelow = below >= Math.min(wantedHeight, limit) || below >= above;
  const room = isBelow ? below : above;
  // Where neither side has room for a card worth reading (zoom, split screen), it takes the height and covers the mark.
  const maxHeight = room >= Math.min(wantedHeight, 160) ? Math.min(limit, room) : limit;
  const height = Math.min(wantedHeight, maxHeight);
  const top = isBelow ? anchor.bottom + GAP : anchor.top - GAP - height;
  return {
    left: clamp(anchor.left - 12, view.left + MARGIN, view.right - MARGIN - width),
    top: clamp(top, view.top + MARGIN, view.bottom - MARGIN - height),
    maxHeight,
    width,
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, Math.max(least, most)));
}

/** The box around two boxes: where the pointer may travel from mark to card. */
export function hullOf(a: Box, b: Box): Box {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

export function isInBox(x: number, y: number, box: Box, slack = 0): boolean {
  return x >= box.left - slack && x <= box.right + slack && y >= box.top - slack && y <= box.bottom + slack;
}

/** What the reader sees of the page. */
export function viewport(): Box {
  // Only a document that is not shown has none.
  const { offsetLeft: left, offsetTop: top, width, height } = visualViewport as VisualViewport;
  return { left, top, right: left + width, bottom: top + height };
}
