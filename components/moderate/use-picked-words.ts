import { useEffect, useState } from 'react';
import type { Wanted } from './desk.ts';

/** Words that somebody has selected on the page or in a field; null while there are none. */
export function usePickedWords(): Wanted | null {
  const [picked, setPicked] = useState<Wanted | null>(null);
  useEffect(() => {
    const look = () => setPicked(pickedWords(document));
    document.addEventListener('pointerup', look);
    document.addEventListener('keyup', look);
    return () => {
      document.removeEventListener('pointerup', look);
      document.removeEventListener('keyup', look);
    };
  }, []);
  return picked;
}

/** What is selected now; nothing inside dialogs, or in fields that hold no sentence. */
export function pickedWords(page: Document): Wanted | null {
  const field = page.activeElement;
  if (field instanceof HTMLTextAreaElement) {
    const { selectionStart, selectionEnd, value } = field;
    const { left, bottom } = field.getBoundingClientRect();
    return wanted(value, value.slice(selectionStart, selectionEnd), { x: left, y: bottom }, field);
  }
  const selection = page.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const node = range.commonAncestorContainer;
  const element = node instanceof Element ? node : node.parentElement;
  const { left, bottom } = range.getBoundingClientRect();
  return element && wanted(element.textContent ?? '', selection.toString(), { x: left, y: bottom }, element);
}

/** More than a sentence was not picked for a word in it. */
const longest = 200;

function wanted(text: string, words: string, at: Wanted['at'], inside: Element): Wanted | null {
  const isEmpty = words.trim() === '' || words.length > longest;
  if (isEmpty || inside.closest('[role="dialog"], [data-no-words]')) return null;
  return { text: text.slice(0, 1000), words: words.trim(), findings: [], at };
}
