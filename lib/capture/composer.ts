import type { Response } from '../messages.ts';

/**
 * Puts a text into the console's own box as if it were typed, and looks after a frame whether it stayed.
 * Never presses send. The page's framework does not see our assignment but does see the event, and takes
 * the text over.
 */
export async function fillBox(
  box: HTMLInputElement | HTMLTextAreaElement | null,
  text: string,
  limit: number,
  nextFrame: () => Promise<void>,
): Promise<Response<'ui-cs:fill'>> {
  if (!box) return { ok: false, reason: 'no-box' };
  if (box.disabled || box.readOnly) return { ok: false, reason: 'box-disabled' };
  if (text.length > (box.maxLength > 0 ? box.maxLength : limit)) return { ok: false, reason: 'too-long' };
  const previous = box.value;
  write(box, text);
  await nextFrame();
  return box.value === text ? { ok: true, previous } : { ok: false, reason: 'not-filled' };
}

function write(box: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  // the prototype's setter: React keeps a setter of its own on the node to tell its writing from ours
  const { HTMLInputElement, HTMLTextAreaElement } = box.ownerDocument.defaultView ?? globalThis;
  const { prototype } = box instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(box, text);
  box.dispatchEvent(new Event('input', { bubbles: true }));
}

/** A frame, or a moment where no frames are drawn, as in a hidden tab. */
export const nextFrame = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
    setTimeout(resolve, 120);
  });
