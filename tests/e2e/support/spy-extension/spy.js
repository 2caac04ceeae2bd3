// Looks into the card's closed shadow root on behalf of a test, and answers through the page's own event target.
const HOST = 'privacy-footnotes-card';

function cardRoot() {
  const host = document.querySelector(HOST) ?? document.querySelector(`dialog ${HOST}`);
  // One that is only made ready is no open card.
  if (!host || host.hasAttribute('data-unseen')) return null;
  return host.openOrClosedShadowRoot ?? globalThis.chrome?.dom?.openOrClosedShadowRoot(host) ?? null;
}

function box(element) {
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  return { left, top, right, bottom, width, height };
}

/** Axe measures contrast only inside the body, and the card hangs beside it: the same sums, with axe's own colours. */
function faintTexts(root) {
  const { Color, flattenColors, getContrast } = axe.commons.color;
  const colour = (text) => {
    const parsed = new Color();
    parsed.parseString(text);
    return parsed;
  };
  const behind = (element) => {
    const own = colour(getComputedStyle(element).backgroundColor);
    if (own.alpha === 1) return own;
    const parent = element.parentElement;
    return flattenColors(own, parent ? behind(parent) : colour('rgb(255, 255, 255)'));
  };
  const found = [];
  let measured = 0;
  for (const element of root.querySelectorAll('*')) {
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
    const { width, height } = element.getBoundingClientRect();
    // Text that only screen readers get is a pixel in size.
    if (!hasText || width <= 1 || height <= 1 || !element.checkVisibility({ visibilityProperty: true })) continue;
    const style = getComputedStyle(element);
    const background = behind(element);
    const ratio = getContrast(background, flattenColors(colour(style.color), background));
    const size = Number.parseFloat(style.fontSize);
    const needed = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
    measured++;
    if (ratio < needed) found.push(`${ratio.toFixed(2)} of ${needed}: ${element.outerHTML.slice(0, 160)}`);
  }
  if (measured < 10) throw new Error(`only ${measured} texts could be measured`);
  return found;
}

const answers = {
  card() {
    const root = cardRoot();
    if (!root) return null;
    const frame = root.querySelector('.pf-frame');
    const active = root.activeElement;
    const style = getComputedStyle(frame.querySelector('.pf-card') ?? frame);
    return {
      text: frame.innerText,
      incidents: [...root.querySelectorAll('.pf-incident')].map((incident) => incident.innerText),
      box: box(root.host),
      role: frame.getAttribute('role'),
      label: root.getElementById(frame.getAttribute('aria-labelledby') ?? '')?.textContent ?? null,
      focusInside: active !== null,
      focused: active?.textContent?.slice(0, 60) ?? null,
      background: style.backgroundColor,
      colour: style.color,
      fontSize: style.fontSize,
      direction: style.direction,
      links: [...root.querySelectorAll('a[href]')].map((a) => ({
        href: a.href,
        text: a.textContent,
        rel: a.rel,
        target: a.target,
      })),
      controls: [...root.querySelectorAll('button, a[href], summary')].map((el) => ({
        text: el.textContent.trim(),
        label: el.getAttribute('aria-label'),
        box: box(el),
      })),
    };
  },
  /** Puts faults into the card that the checker must find. */
  spoil() {
    const faint = document.createElement('p');
    faint.textContent = 'faint';
    faint.style.color = '#999';
    faint.style.background = '#aaa';
    cardRoot().querySelector('.pf-card').prepend(document.createElement('button'), faint);
    return true;
  },
  async axe() {
    const root = cardRoot();
    if (!root) return null;
    // In this world only, the closed root looks open, so that the checker enters it.
    if (!root.host.shadowRoot) Object.defineProperty(root.host, 'shadowRoot', { value: root, configurable: true });
    const result = await axe.run(HOST, { resultTypes: ['violations'] });
    const faint = faintTexts(root);
    const violations = result.violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map((node) => node.html),
    }));
    return faint.length > 0
      ? [...violations, { id: 'color-contrast', help: 'text is too faint', nodes: faint }]
      : violations;
  },
};

document.addEventListener('footnotes-spy-ask', async (event) => {
  const { id, question } = JSON.parse(event.detail);
  let answer;
  try {
    answer = { value: await answers[question]() };
  } catch (error) {
    answer = { error: String(error) };
  }
  document.dispatchEvent(new CustomEvent('footnotes-spy-answer', { detail: JSON.stringify({ id, ...answer }) }));
});
