import { createSpot } from '../page-ui.ts';
import type { Picked } from './derive.ts';

export interface PickerText {
  steps: Record<keyof Picked, string>;
  keys: string;
}

const css = `
.cover { position: fixed; inset: 0; cursor: crosshair; outline: 0; }
.frame { position: fixed; box-sizing: border-box; border: 2px solid #5f3dc4; background: #5f3dc422; pointer-events: none; }
.frame.done { border-style: dashed; background: none; }
.say { position: fixed; left: 50%; top: 12px; transform: translateX(-50%); max-width: 90vw; padding: 8px 14px;
  border-radius: 6px; background: #1b1d22; color: #fff; pointer-events: none; }
.say b { display: block; font-size: 15px; }
.say span { opacity: .8; }
`;

/**
 * Has a person point at a comment, its nick and its text: by pointer or by keys. A cover lies over the page, so
 * that no click of theirs reaches it. Resolves with null when they cancel.
 */
export function pick(document: Document, text: PickerText): Promise<Picked | null> {
  const { root, host } = createSpot(document, 'live-copilot-picker', css);
  const cover = make(document, 'div', 'cover');
  const frame = make(document, 'div', 'frame');
  const say = make(document, 'div', 'say');
  const step = document.createElement('b');
  const keys = document.createElement('span');
  keys.textContent = text.keys;
  say.append(step, keys);
  say.setAttribute('role', 'status');
  cover.tabIndex = -1;
  root.append(cover, frame, say);
  document.documentElement.append(host);
  cover.focus({ preventScroll: true });

  const order = ['row', 'nick', 'text'] as const;
  const picked: Partial<Picked> = {};
  let at: Element = document.body;

  const draw = () => {
    const { left, top, width, height } = at.getBoundingClientRect();
    Object.assign(frame.style, { left: px(left), top: px(top), width: px(width), height: px(height) });
    step.textContent = text.steps[order[Object.keys(picked).length] ?? 'text'];
  };
  draw();

  return new Promise((resolve) => {
    const end = (result: Picked | null) => {
      stopping.abort();
      host.remove();
      resolve(result);
    };
    const take = () => {
      const name = order[Object.keys(picked).length];
      if (name === undefined) return;
      picked[name] = at;
      if (name === 'text') return end(picked as Picked);
      const done = frame.cloneNode() as HTMLElement;
      done.className = 'frame done';
      root.append(done);
      draw();
    };
    const moves: Record<string, () => Element | null> = {
      ArrowUp: () => at.parentElement,
      ArrowDown: () => at.firstElementChild,
      ArrowLeft: () => at.previousElementSibling,
      ArrowRight: () => at.nextElementSibling,
    };
    const onKey = (event: KeyboardEvent) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.type !== 'keydown') return;
      if (event.key === 'Escape') return end(null);
      if (event.key === 'Enter') return take();
      const next = moves[event.key]?.();
      if (!next || next === host || next.contains(host)) return;
      at = next;
      draw();
    };
    const onPoint = (event: PointerEvent | MouseEvent) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      const under = document.elementsFromPoint(event.clientX, event.clientY).find((one) => one !== host);
      if (under) at = under;
      draw();
      if (event.type === 'click' && event.isTrusted) take();
    };
    const stopping = new AbortController();
    const options = { capture: true, signal: stopping.signal };
    const view = document.defaultView ?? globalThis;
    for (const name of [
      'pointermove',
      'pointerdown',
      'pointerup',
      'mousedown',
      'mouseup',
      'click',
      'dblclick',
    ] as const)
      view.addEventListener(name, onPoint as EventListener, options);
    for (const name of ['keydown', 'keypress', 'keyup'] as const)
      view.addEventListener(name, onKey as EventListener, options);
  });
}

function make(document: Document, tag: string, name: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = name;
  return element;
}
const px = (value: number) => `${value}px`;
