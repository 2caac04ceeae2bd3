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
  return tag === 'footer' && isPageFooter(element);
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
