/**
 * Text that names a company and says nothing about it: the label of a button (“Share on Facebook”, “Sign in with Google”), an
 * invitation to follow somebody, a cookie notice, a copyright line. Decided by what the text says, whatever page it is on.
 */
import type { NamesIndex } from './names-index';
import { hasWord } from './word-set';

type Lists = NamesIndex['cues'];

/** Longest label, in words. */
const MOST_WORDS = 14;

/** Longest block that is looked at, in UTF-16 units: cookie notices and small print are about as long. */
const BLOCK_LENGTH = 700;

/** “© 2025 The Company”, “protected by reCAPTCHA and the Google Privacy Policy”, “As an Amazon Associate we earn”. */
const SMALL_PRINT =
  /^\s*(?:©|\(c\)\s|copyright (?:\d|©|by\b)|all rights reserved)|\bprotected by (?:hcaptcha|recaptcha)\b|\b(?:associate|affiliate)s?\b.*\b(?:earn|commission)|\bwe (?:don[’']t|do not|no longer) support\b/i;

/** Lines that tell who wrote, made or filed a text: “Posted by”, “Photo:”, “Tags:”, “comments powered by”. */
const CREDIT_LINE =
  /^\s*(?:(?:posted|written|published|reported|produced) by\s|(?:labels?|tags?|tagged|topics?|categor(?:y|ies)|filed under|sources?|photos?|photo credit|image|credit)\s*:)|\bpowered by\s+\S+(?:\s\S+)?\s*$/iu;
/** “By Jane Harper and Tom Ellery”: names only. */
const BYLINE = /^\s*[Bb](?:y|Y)(?:\s(?:and\s)?\p{Lu}[\p{L}'’.-]*,?){2,}\s*$/u;
/** Longest such line, in UTF-16 units. */
const CREDIT_LENGTH = 140;

/** A site that speaks of its own cookies, in the first person or to its reader. */
const COOKIES = /\bcookies?\b/i;
const SITE_SPEAKS =
  /\b(?:we and our|our (?:partners|site|website|use)|we (?:use|store|set)|(?:this|deze|diese|ce|este|questo|denne|denna) (?:web)?(?:sites?|seite|sitio|sito|page|pagina)|you (?:must|need to|can) (?:allow|accept|enable)|accept all|reject all|your (?:consent|choices|preferences|device)|nous utilisons|wir (?:verwenden|nutzen|setzen)|utilizamos|usamos|utilizziamo|wij gebruiken|w(?:e|ij) plaatsen)\b/i;
/** Somebody tells about a site's cookies: that is news. */
const IS_TOLD = /\b(?:said|says|told|according to|ruled|fined|found that|argued|regulators?)\b/i;

/** “Follow her on”, “Find us on” before the name of a service: an invitation. */
const INVITATION =
  /(?:(?:^|[.!?|:·•()\n]\s*|\s{2})(?:follow|find|join|like|contact|message|watch|subscribe to|connect with|you can follow)\s+(?:[@\p{L}][\p{L}\p{N}_]*,?\s+){0,4}|\b(?:or|and) (?:follow|find|like) (?:me|us|her|him|them)\s+)(?:on|via|at|by)\s+(?:\p{L}+(?:,| and| or|,? &)\s+){0,3}$/iu;
/** After the name of a service: a handle there, or the invitation. */
const HANDLE = /^\s?(?:[,:]?\s\(?@\w|:\s*(?:follow|find)\b)/i;
/** A line that asks its reader for a click. */
const APPEAL = /^\s*(?:like|follow|join|subscribe|sign up)\b.*\b(?:us|our|me|my)\b/i;
const APPEAL_LENGTH = 120;

/**
 * True where a block of text only names the company in passing: its line there is a label or small print, or what stands before
 * invites to follow somebody there. Only short blocks are looked at: in a long one a sentence is read by readers.
 * @param isLink true where all of the text is one link
 */
export function isBoilerplate(text: string, start: number, end: number, lists: Lists, isLink = false): boolean {
  if (text.length > BLOCK_LENGTH) return false;
  const line = ownLine(text, start, end);
  if (isShareLabel(line, lists, isLink) || isNotice(line) || (line !== text && isNotice(text))) return true;
  if (!isService(text.slice(start, end), lists)) return false;
  return (
    INVITATION.test(text.slice(0, start)) ||
    HANDLE.test(text.slice(end, end + 40)) ||
    (line.length <= APPEAL_LENGTH && APPEAL.test(line))
  );
}

/** Lines of paragraphs that are wrapped are longer, in UTF-16 units. */
const SHORT_LINE = 40;

/** The line of a place where it stands for itself; the whole text where its lines are those of a wrapped paragraph. */
function ownLine(text: string, start: number, end: number): string {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', end);
  const previous = text.slice(text.lastIndexOf('\n', from - 2) + 1, from).trim();
  const isBegun = previous.length < SHORT_LINE || /[.!?:|»”"]$/.test(previous);
  const isEnded = to < 0 || /^\s*(?:[\p{Lu}\p{N}©|«“"]|$)/u.test(text.slice(to + 1));
  return isBegun && isEnded ? text.slice(from, to < 0 ? undefined : to) : text;
}

/** The last line that was looked at: all names of a block ask for the same one. */
const last = { line: '', isNotice: false };

function isNotice(line: string): boolean {
  if (line !== last.line) {
    last.line = line;
    last.isNotice = speaksForItself(line);
  }
  return last.isNotice;
}

/** True where the line is a credit, small print, or a site's word on its own cookies. */
function speaksForItself(line: string): boolean {
  return (
    (line.length <= CREDIT_LENGTH && (CREDIT_LINE.test(line) || BYLINE.test(line))) ||
    SMALL_PRINT.test(line) ||
    (COOKIES.test(line) && SITE_SPEAKS.test(line) && !IS_TOLD.test(line))
  );
}

function isService(surface: string, lists: Lists): boolean {
  return hasWord(lists.sharing, surface.toLowerCase().replace(/\s.*/s, ''));
}

/**
 * True where the whole text is the label of a button for sharing, following or signing in.
 * @param isLink true where all of it is one link: then the bare name of a sharing service is enough
 */
export function isShareLabel(text: string, lists: Lists, isLink = false): boolean {
  if (text.length > 160) return false;
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0 || words.length > MOST_WORDS) return false;
  let sharing = 0;
  let signIn = 0;
  let labelWords = 0;
  for (const word of words) {
    if (hasWord(lists.sharing, word)) sharing++;
    else if (hasWord(lists.signIn, word)) signIn++;
    else if (hasWord(lists.labelJoiners, word)) continue;
    else if (hasWord(lists.labelWords, word)) labelWords++;
    else return false;
  }
  return sharing + signIn > 0 && (labelWords > 0 || (sharing > 0 && (isLink || sharing > 2)));
}
