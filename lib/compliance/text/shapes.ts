import components from '../data/components.json' with { type: 'json' };
import glyphs from '../data/glyphs.json' with { type: 'json' };
import type { Folded } from './fold.ts';

/** What characters look like, and what they are made of. */
export interface Shapes {
  looksLike(code: number, wanted: number): boolean;
  /** characters, however plain, that are known to be written for another by their sound */
  soundsKnownFor(code: number, wanted: number): boolean;
  /** characters that one is written for because it looks like them */
  originalsOf(code: number): readonly number[];
  /** characters that are written for one because they look like it */
  alikesOf(code: number): readonly number[];
  /** characters whose parts stand one after the other from a place on */
  composedAt(folded: Folded, at: number): readonly { whole: number; size: number }[];
  /** whether two characters may be the first parts of another */
  mayCompose(first: number, second: number): boolean;
  /** whether a character is the first part of another */
  isPart(code: number): boolean;
  /** characters that it is the first part of */
  wholesFrom(code: number): readonly number[];
}

const none: readonly number[] = [];

export function buildShapes(): Shapes {
  const originals = new Map<number, number[]>();
  for (const [wanted, alikes] of Object.entries(glyphs.lookalikes))
    for (const alike of alikes)
      originals.set(alike.charCodeAt(0), [
        ...(originals.get(alike.charCodeAt(0)) ?? []),
        wanted.charCodeAt(0),
      ]);
  const wholes = new Map<number, { whole: number; parts: string }[]>();
  for (const [whole, spellings] of Object.entries(components as Record<string, string[]>))
    for (const parts of spellings) {
      const first = parts.charCodeAt(0);
      wholes.set(first, [...(wholes.get(first) ?? []), { whole: whole.charCodeAt(0), parts }]);
    }

  const beginnings = new Set(
    [...wholes.values()].flat().map(({ parts }) => parts.charCodeAt(0) * 0x10000 + parts.charCodeAt(1)),
  );

  return {
    soundsKnownFor: (code, wanted) =>
      (glyphs.sounds as Record<string, string>)[String.fromCharCode(wanted)]?.includes(
        String.fromCharCode(code),
      ) ?? false,
    looksLike: (code, wanted) => originals.get(code)?.includes(wanted) ?? false,
    originalsOf: (code) => originals.get(code) ?? none,
    alikesOf: (code) =>
      [...((glyphs.lookalikes as Record<string, string>)[String.fromCharCode(code)] ?? '')].map((alike) =>
        alike.charCodeAt(0),
      ),
    mayCompose: (first, second) => beginnings.has(first * 0x10000 + second),
    isPart: (code) => wholes.has(code),
    wholesFrom: (code) => (wholes.get(code) ?? []).map(({ whole }) => whole),
    composedAt: (folded, at) =>
      (wholes.get(folded.codes[at]!) ?? [])
        .filter(({ parts }) => at + parts.length <= folded.length && stands(folded, at, parts))
        .map(({ whole, parts }) => ({ whole, size: parts.length })),
  };
}

function stands(folded: Folded, at: number, parts: string): boolean {
  for (let index = 0; index < parts.length; index++)
    if (folded.codes[at + index] !== parts.charCodeAt(index)) return false;
  return true;
}
