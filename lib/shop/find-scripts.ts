import type { Script } from '../reply/types.ts';
import { initialsOf } from './initials.ts';

type Known = Script & { code?: string | undefined };

export interface Finder<Entry extends Known> {
  /** those that a short code, pinyin initials or words lead to, best first; all of them for an empty query */
  find(query: string, limit?: number): Entry[];
}

/** Makes scripts findable as one types. Letters lead to codes and initials, characters to the words themselves. */
export function createFinder<Entry extends Known>(scripts: readonly Entry[]): Finder<Entry> {
  const entries = scripts.map((script) => ({
    script,
    code: script.code?.toLowerCase() ?? '',
    words: [script.text, ...script.examples].join('\n').toLowerCase(),
    id: script.id.toLowerCase(),
    initials: [script.text, ...script.examples].map(initialsOf),
  }));
  const rank = (entry: (typeof entries)[number], query: string): number => {
    if (entry.code === query) return 5;
    if (entry.code !== '' && entry.code.startsWith(query)) return 4;
    if (entry.words.includes(query)) return 3;
    if (!/^[a-z\d]+$/.test(query)) return 0;
    if (entry.initials.some((letters) => letters.startsWith(query))) return 2;
    return entry.id === query || entry.initials.some((letters) => letters.includes(query)) ? 1 : 0;
  };
  return {
    find(query, limit = Number.POSITIVE_INFINITY) {
      const words = query.trim().toLowerCase();
      if (words === '') return scripts.slice(0, limit);
      return entries
        .map((entry) => ({ entry, worth: rank(entry, words) }))
        .filter(({ worth }) => worth > 0)
        .sort((a, b) => b.worth - a.worth)
        .slice(0, limit)
        .map(({ entry }) => entry.script);
    },
  };
}
