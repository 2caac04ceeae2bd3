import { Component, type ComponentChildren, createRef } from 'preact';
import { useState } from 'preact/hooks';
import { describe, expect, it } from 'vitest';
import { draw } from '../../components/draw';

const Pair = ({ first, children }: { first: string; children?: ComponentChildren }) => (
  <>
    <dt>{first}</dt>
    <dd>{children}</dd>
  </>
);

describe('a drawing', () => {
  it('says elements, text, numbers and lists; nothing of null, false and keys', () => {
    expect(
      draw(() => (
        <ol class="pf-lines" start={3}>
          {null}
          {false}
          {undefined}
          {true}
          {['a', 'b'].map((text) => (
            <li key={text}>
              {text} of {2}
            </li>
          ))}
        </ol>
      )),
    ).toEqual(['ol', { class: 'pf-lines', start: '3' }, ['li', {}, 'a of 2'], ['li', {}, 'b of 2']]);
  });

  it('resolves components and fragments', () => {
    const Nothing = () => null;
    expect(
      draw(() => (
        <dl>
          <Nothing />
          <Pair first="When">
            <Pair first="in">it</Pair>
          </Pair>
        </dl>
      )),
    ).toEqual(['dl', {}, ['dt', {}, 'When'], ['dd', {}, ['dt', {}, 'in'], ['dd', {}, 'it']]]);
  });

  it('joins text that stands side by side, over components and fragments too', () => {
    const Word = ({ word }: { word: string }) => <>{word}</>;
    expect(
      draw(() => (
        <p>
          One <Word word="two" /> three
        </p>
      )),
    ).toEqual(['p', {}, 'One two three']);
  });

  it('calls attributes as HTML and SVG call them, and leaves out those without a value', () => {
    expect(
      draw(() => (
        <div>
          <h2 id="h" tabIndex={-1} class={undefined}>
            A
          </h2>
          <time dateTime="2018-12">B</time>
          <svg viewBox="0 0 1 1" aria-hidden="true">
            <path d="M0 0" stroke-width={1.5} />
          </svg>
        </div>
      )),
    ).toEqual([
      'div',
      {},
      ['h2', { id: 'h', tabindex: '-1' }, 'A'],
      ['time', { datetime: '2018-12' }, 'B'],
      ['svg', { viewBox: '0 0 1 1', 'aria-hidden': 'true' }, ['path', { d: 'M0 0', 'stroke-width': '1.5' }]],
    ]);
  });

  it('writes down what a click would do, and does nothing', () => {
    const Card = ({ onOpen, onClose }: { onOpen: (id: string) => void; onClose: () => void }) => (
      <div>
        <button type="button" onClick={onClose} />
        <button type="button" onClick={() => onOpen('meta')} />
        <button type="button" onClick={() => onOpen('netflix')} />
      </div>
    );
    expect(draw((action) => <Card onOpen={action('open')} onClose={action('close')} />)).toEqual([
      'div',
      {},
      ['button', { type: 'button', 'data-act': 'close' }],
      ['button', { type: 'button', 'data-act': 'open meta' }],
      ['button', { type: 'button', 'data-act': 'open netflix' }],
    ]);
  });

  it('keeps slots', () => {
    expect(
      draw(() => (
        <p>
          <slot name="why">
            because <slot name="why" />
          </slot>
        </p>
      )),
    ).toEqual(['p', {}, ['slot', { name: 'why' }, 'because ', ['slot', { name: 'why' }]]]);
  });

  it('survives JSON', () => {
    const drawing = draw(() => <p>“Räksmörgås” 😀 {'</script>'}</p>);
    expect(JSON.parse(JSON.stringify(drawing))).toEqual(drawing);
  });
});

describe('what a drawing cannot say is refused', () => {
  class Old extends Component {
    render() {
      return <p />;
    }
  }
  const Hooked = () => <p>{useState(1)[0]}</p>;
  const handled = { onInput: () => {} };

  it.each([
    ['a hook', () => <Hooked />],
    ['a class', () => <Old />],
    ['a ref', () => <p ref={createRef()} />],
    ['another handler', () => <p {...handled} />],
    ['a style', () => <p style="color: red" />],
    ['a style as an object', () => <p style={{ color: 'red' }} />],
    ['text of its own as HTML', () => <p dangerouslySetInnerHTML={{ __html: '<b>' }} />],
    ['a tag that pages do not make', () => <iframe title="x" />],
    ['a script', () => <script />],
    ['an attribute that pages do not set', () => <p title="x">x</p>],
    ['an action that no click took', () => <p data-act="close" />],
    ['an attribute that is no text', () => <p id={Object('x')} />],
    ['a click that does nothing', () => <button type="button" onClick={() => {}} />],
    ['an object as a child', () => <p>{Object({}) as string}</p>],
    ['nothing', () => null],
    ['two elements', () => <Pair first="a" />],
  ])('%s', (_, view) => {
    expect(() => draw(view)).toThrow(Error);
  });

  it('a click that takes two actions, or one with what is no text', () => {
    expect(() =>
      draw((action) => (
        <button
          type="button"
          onClick={() => {
            action('close')();
            action('open')('meta');
          }}
        />
      )),
    ).toThrow('2 actions');
    expect(() => draw((action) => <button type="button" onClick={() => action('open')(Object(1))} />)).toThrow(
      'no text',
    );
  });
});
