import type { Response } from '../messages.ts';

/**
 * Puts a text into the console's own box as if it were typed, and looks after a `rest` whether it stayed.
 * Never presses send. The page's framework does not see our assignment but does see the event, and takes
 * the text over.
 */
export async function fillBox(
  box: HTMLInputElement | HTMLTextAreaElement | null,
  text: string,
  limit: number,
  rest: () => Promise<void>,
): Promise<Response<'ui-cs:fill'>> {
  if (!box) return { ok: false, reason: 'no-box' };
  if (box.disabled || box.readOnly) return { ok: false, reason: 'box-disabled' };
  if (text.length > (box.maxLength > 0 ? box.maxLength : limit)) return { ok: false, reason: 'too-long' };
  const previous = box.value;
  write(box, text);
  let isInHand = false;
  // goes with the next key, whenever that is
  box.addEventListener(
    'keydown',
    () => {
      isInHand = true;
    },
    { once: true },
  );
  await rest();
  // a person was quicker: the box had taken it
  return isInHand || box.value === text ? { ok: true, previous } : { ok: false, reason: 'not-filled' };
}

function write(box: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  // the prototype's setter: React keeps a setter of its own on the node to tell its writing from ours
  const { HTMLInputElement, HTMLTextAreaElement } = box.ownerDocument.defaultView ?? globalThis;
  const { prototype } = box instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(box, text);
  box.dispatchEvent(new Event('input', { bubbles: true }));
}

/** As long as frameworks take to draw what an event changed; frames do not come in a hidden tab. */
export const frameRest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 40));
