import { describe, expect, test } from 'vitest';
import { isPersonsClick } from '../../../components/overlay/trusted.ts';
import { newWindow } from './stage.ts';

const start = (html = '<main id="around"><div id="host"></div></main><div id="cover"></div>') => {
  const window = newWindow(html);
  const host = window.document.getElementById('host') as unknown as Element;
  const view = window as unknown as Window & typeof globalThis;
  const on = (top: Element | null): void => {
    view.document.elementFromPoint = () => top;
  };
  on(host);
  return {
    window,
    view,
    host,
    on,
    style: (id: string, css: string) => window.document.getElementById(id)?.setAttribute('style', css),
  };
};
/** As the browser makes it: only a browser can make one that is trusted. */
const click = (isTrusted = true) =>
  ({ isTrusted, clientX: 5, clientY: 5, detail: 1, target: null }) as unknown as Event;

describe('[T7] a click is believed', () => {
  test('when a person made it on what is plainly seen', () => {
    const { view, host } = start();
    expect(isPersonsClick(view, click(), host)).toBe(true);
  });

  test('also on a page that is a little transparent', () => {
    const { view, host, style } = start();
    style('around', 'opacity:0.95');
    expect(isPersonsClick(view, click(), host)).toBe(true);
  });
});

describe('[T7] a click is not believed', () => {
  test('when a script made it', () => {
    const { view, host } = start();
    expect(isPersonsClick(view, click(false), host)).toBe(false);
  });

  test.each(['opacity:0.01', 'opacity:0.5', 'visibility:hidden', 'display:none'])(
    'when what is around it has %s',
    (css) => {
      const { view, host, style } = start();
      style('around', css);
      expect(isPersonsClick(view, click(), host)).toBe(false);
    },
  );

  test('when a little transparency here and there adds up', () => {
    const { view, host, style, window } = start();
    style('around', 'opacity:0.94');
    window.document.body.setAttribute('style', 'opacity:0.94');
    expect(isPersonsClick(view, click(), host)).toBe(false);
  });

  test('when something else lies on top of it there', () => {
    const { view, host, on, window } = start();
    on(window.document.getElementById('cover') as unknown as Element);
    expect(isPersonsClick(view, click(), host)).toBe(false);
  });

  test('when the browser tells that it is not seen', () => {
    const { view, host } = start();
    const sight = { isSeen: () => false, stop: () => undefined };
    expect(isPersonsClick(view, click(), host, sight)).toBe(false);
  });

  test('in a frame of another page', () => {
    const { view, host } = start();
    const framed = new Proxy(view, { get: (of, name) => (name === 'top' ? {} : Reflect.get(of, name)) });
    expect(isPersonsClick(framed, click(), host)).toBe(false);
  });
});

test('near miss: where the browser cannot tell, the other checks decide', () => {
  const { view, host } = start();
  expect(isPersonsClick(view, click(), host, { isSeen: () => undefined, stop: () => undefined })).toBe(true);
});
