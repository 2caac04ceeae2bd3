/**
 * A card as plain JSON: drawn in the background, where the components are, and put up on the page, which has none of them.
 * Both sides keep to the same short list of tags and attributes: what is not on it is not drawn there, and not made here.
 */

/**
 * Text, or an element with its attributes and children. A `slot` is a place for what only the page knows: without children
 * it is the text that the page has for its name; with children it is these, and only where the page has such a text.
 */
export type Drawing =
  | string
  | readonly [tag: string, attributes: Readonly<Record<string, string>>, ...children: Drawing[]];

/** The slots of a card, each with its text; empty or left out: the page has nothing to say there. */
export interface CardSlots {
  /** The words at the mark. */
  surface?: string;
  /** Not empty where those words do not show the company’s name. */
  alias?: string;
  /** Not empty where the page is about the company. */
  subject?: string;
  /** Not empty where the page only names it. */
  passing?: string;
  /** “3 mentions” */
  mentions?: string;
  /** Why it was marked. */
  why?: string;
}

/** Attribute of an element that can be pressed: what to do, and after a space what with (`open meta`). */
export const ACTION_ATTRIBUTE = 'data-act';

/** Id of the heading of a card that was drawn: the dialog is called by it. */
export const CARD_HEADING_ID = 'pf-card-heading';

const TAGS = /^(?:a|button|circle|d[dlt]|details|div|h[23]|header|li|ol|p|path|slot|span|summary|svg|time|ul)$/;
const ATTRIBUTES =
  /^(?:aria-(?:hidden|label)|c[xy]|class|d|data-act|datetime|fill|height|href|id|name|r|rel|start|stroke(?:-dasharray|-width)?|tabindex|target|type|viewBox|width)$/;

export const isDrawableTag = (tag: string): boolean => TAGS.test(tag);

export const isDrawableAttribute = (name: string): boolean => ATTRIBUTES.test(name);
