/** Text of a node with what pictures stand for, e.g. [微笑]; blanks joined. */
export function shownText(node: Node | null | undefined): string {
  if (!node) return '';
  const pictures = node.nodeType === 1 ? (node as Element).querySelectorAll('img[alt]') : [];
  // most rows have none, and textContent is far cheaper than a walk
  return squeeze(pictures.length === 0 ? (node.textContent ?? '') : walk(node));
}

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();

function walk(node: Node): string {
  if (node.nodeType === 3) return node.nodeValue ?? '';
  const alt = node.nodeName === 'IMG' ? (node as Element).getAttribute('alt') : null;
  return alt ?? Array.from(node.childNodes, walk).join('');
}

/** True when the element is there and not hidden. Asks for style: once a second is often enough. */
export const isShown = (element: Element | null | undefined): boolean =>
  !!element?.isConnected && (element.checkVisibility?.() ?? true);

/** True when a dialog says that the console has stopped because nobody touched it. */
export const showsIdleDialog = (document: Document): boolean =>
  [...document.querySelectorAll('[role="dialog"], [class*="modal"]')].some(
    (dialog) => /长时间未操作/.test(dialog.textContent ?? '') && isShown(dialog),
  );

type Box = HTMLInputElement | HTMLTextAreaElement;

/** The box with this placeholder, else the one found by `selector`; never one whose placeholder is a decoy's. */
export function findBox(
  document: Document,
  placeholder: string,
  selector: string,
  decoy?: string,
): Box | null {
  const boxes = [...document.querySelectorAll<Box>('textarea, input[type=text], input:not([type])')];
  const isDecoy = (box: Box) => decoy !== undefined && box.placeholder.includes(decoy);
  return (
    boxes.find((box) => box.placeholder.includes(placeholder) && !isDecoy(box)) ??
    [...document.querySelectorAll<Box>(selector)].find((box) => !isDecoy(box)) ??
    null
  );
}
