// Looks into the card's closed shadow root on behalf of a test, and answers through the page's own event target.
const HOST = 'privacy-footnotes-card';

function cardRoot() {
  const host = document.querySelector(HOST) ?? document.querySelector(`dialog ${HOST}`);
  if (!host) return null;
  return host.openOrClosedShadowRoot ?? globalThis.chrome?.dom?.openOrClosedShadowRoot(host) ?? null;
}

function box(element) {
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  return { left, top, right, bottom, width, height };
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
  async axe() {
    const root = cardRoot();
    if (!root) return null;
    // In this world only, the closed root looks open, so that the checker enters it.
    if (!root.host.shadowRoot) Object.defineProperty(root.host, 'shadowRoot', { value: root, configurable: true });
    const result = await axe.run(HOST, { resultTypes: ['violations'] });
    return result.violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map((node) => node.html) }));
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
