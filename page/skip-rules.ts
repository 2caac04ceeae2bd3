/**
 * Which parts of a page are read at all. Decided by what an element is, never by which site it is on.
 */
import { wordSet } from '../mentions/word-set';

/** Elements whose text is no prose: code, fields, controls, graphics, embedded documents, navigation. */
const SKIPPED_TAGS = wordSet(`
  script style noscript template head title link meta base
  textarea input select option optgroup datalist button meter progress
  code pre kbd samp tt svg math canvas video audio object embed iframe frame frameset
  nav menu
`);

const SKIPPED_ROLES = wordSet(`
  textbox searchbox combobox listbox option spinbutton code math img graphics-document
  button navigation menu menubar menuitem toolbar tablist tab search contentinfo switch checkbox radio
`);

/** Editors that paint text outside of any editable element. */
const EDITOR_CLASSES = /(?:^|\s)(?:monaco-editor|CodeMirror|cm-editor|ace_editor|ql-editor|ProseMirror)(?:\s|$)/;

/**
 * Words in the class or id of an element that pages give to what is no reading matter: menus, share bars, notices. Whole words only:
 * `main-menu`, not `menuisier`.
 */
const FURNITURE =
  /(?:^|[\s_-])(?:nav|navbar|navigation|(?:sub|drop)?menu|dropdown|breadcrumbs?|share|sharing|sharebar|social|cookies?|consent|gdpr|footer|masthead|byline|sitemap|pagination|tags)(?:$|[\s_-])/i;

/** Elements that are never furniture, whatever they are called: a body may well be of class `has-menu`. */
const READING_TAGS = wordSet('html body main article p h1 h2 h3 h4 h5 h6 blockquote table');

/** Longest text, in UTF-16 units, that is furniture though it is not mostly links. */
const FURNITURE_LENGTH = 600;

/** A list of links outside of an article is a menu where its entries are this short on average, in UTF-16 units, and this many. */
const MENU_ENTRY_LENGTH = 24;
const MENU_ENTRIES = 3;

/** True where nothing inside `element` is read. Says nothing about whether it is rendered. */
export function isSkipped(element: Element): boolean {
  const tag = element.localName;
  if (SKIPPED_TAGS.has(tag)) return !isPlainTextPage(element);
  if (element.hasAttributes()) {
    const editable = element.getAttribute('contenteditable');
    if (editable !== null && editable.toLowerCase() !== 'false') return true;
    const role = element.getAttribute('role');
    if (role !== null && SKIPPED_ROLES.has(role.trim().toLowerCase())) return true;
    if (element.hasAttribute('hidden') && element.getAttribute('hidden') !== 'until-found') return true;
    const classes = element.getAttribute('class');
    if (classes !== null && EDITOR_CLASSES.test(classes)) return true;
  }
  return (tag === 'footer' && isPageFooter(element)) || isFurniture(element) || isMenu(element);
}

/** True for an element that is named as a menu, a share bar or a notice, and holds no article. */
function isFurniture(element: Element): boolean {
  if (!element.hasAttributes()) return false;
  const classes = element.getAttribute('class');
  const isNamed = (classes !== null && FURNITURE.test(classes)) || (element.id !== '' && FURNITURE.test(element.id));
  if (!isNamed || READING_TAGS.has(element.localName)) return false;
  if (element.querySelector('main, article, h1, [role=main]')) return false;
  const length = textLength(element);
  return length <= FURNITURE_LENGTH || linkedLength(element) > length / 2;
}

/** True for a list of short links outside of any article. */
function isMenu(list: Element): boolean {
  if ((list.localName !== 'ul' && list.localName !== 'ol') || list.childElementCount < MENU_ENTRIES) return false;
  if (list.closest('article, main, [role=main], [role=article]')) return false;
  const length = textLength(list);
  return length <= list.childElementCount * MENU_ENTRY_LENGTH && linkedLength(list) >= length * 0.9;
}

/** Length of the text in UTF-16 units, white space at its ends left out. */
const textLength = (element: Element): number => (element.textContent ?? '').replace(/\s+/g, ' ').trim().length;

function linkedLength(element: Element): number {
  let length = 0;
  for (const link of element.querySelectorAll('a')) length += textLength(link);
  return length;
}

/** True where `node` lies in a part that is not read. */
export function isInsideSkipped(node: Node): boolean {
  for (let at: Node | null = node; at; at = at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null)
    if (at.nodeType === 1 && isSkipped(at as Element)) return true;
  return false;
}

/** A text file shown by the browser is one `pre` in an otherwise empty body. */
function isPlainTextPage(element: Element): boolean {
  return (
    element.localName === 'pre' &&
    element.parentElement?.localName === 'body' &&
    element.parentElement.childElementCount === 1
  );
}

/** A footer of the page, not of an article or a quotation in it. */
function isPageFooter(footer: Element): boolean {
  return footer.closest('article, blockquote, figure, section section, [role=article]') === null;
}
