import { shownText } from '../dom.ts';
import type { RowReader } from '../platform.ts';
import { accept } from '../said.ts';

/** Class names are not hashed here. A virtual list; rows carry no user id (2026-09). */
const row = '.webcast-chatroom___item';
const content = '.webcast-chatroom___content-with-emoji-text';
const colon = /\s*[:：]$/;

export const viewerRows: RowReader = {
  row,
  list: (document) =>
    document.querySelector('.webcast-chatroom___items') ??
    document.querySelector('.webcast-chatroom___list') ??
    document.querySelector(row)?.parentElement ??
    null,
  read: (element) => {
    const text = element.querySelector(content);
    if (!text) return null;
    const nick = nameBefore(text, element);
    const said = nick === null ? 'skip' : accept({ nick, text: shownText(text) });
    return typeof said === 'string' ? null : said;
  },
};

/** The nick is what ends in a colon before the text; badges stand before it, each a node of its own. */
function nameBefore(text: Element, row: Element): string | null {
  for (let node = text; node !== row && node.parentElement; node = node.parentElement)
    for (let before = node.previousSibling; before; before = before.previousSibling) {
      const name = lastNamed(before);
      if (name !== null) return name;
    }
  return null;
}

function lastNamed(node: Node): string | null {
  const text = shownText(node);
  if (!colon.test(text)) return null;
  const parts = [...node.childNodes];
  const inner = parts.length > 1 ? parts.findLast((part) => colon.test(shownText(part))) : undefined;
  // a colon that stands alone belongs to all before it
  const named = inner && shownText(inner).replace(colon, '') !== '' ? lastNamed(inner) : null;
  return named ?? text.replace(colon, '');
}
