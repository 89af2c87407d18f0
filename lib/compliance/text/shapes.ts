import components from '../data/components.json' with { type: 'json' };
import glyphs from '../data/glyphs.json' with { type: 'json' };
import pictured from '../data/tables/alikes.json' with { type: 'json' };
import type { Folded } from './fold.ts';

/** What characters look like, and what they are made of. */
export interface Shapes {
  looksLike(code: number, wanted: number): boolean;
  /** characters, however plain, that are known to be written for another by their sound */
  soundsKnownFor(code: number, wanted: number): boolean;
  /** 1: written for others that it looks like */
  readonly hasOriginals: Uint8Array;
  /** characters that one is written for because it looks like them */
  originalsOf(code: number): readonly number[];
  /** characters that are written for one because they look like it */
  alikesOf(code: number): readonly number[];
  /** characters whose parts stand one after the other from a place on */
  composedAt(folded: Folded, at: number): readonly { whole: number; size: number }[];
  /** whether two characters may be the first parts of another */
  mayCompose(first: number, second: number): boolean;
  /** characters that are the first part of another */
  readonly parts: readonly number[];
  /** characters by their first two parts */
  readonly openings: readonly { first: number; second: number; whole: number }[];
}

const none: readonly number[] = [];

export function buildShapes(): Shapes {
  const alikes = new Map<number, number[]>();
  // known ones, and those whose images are alike
  for (const table of [glyphs.lookalikes, pictured] as Record<string, string>[])
    for (const [wanted, found] of Object.entries(table)) {
      const code = wanted.charCodeAt(0);
      alikes.set(code, [...(alikes.get(code) ?? []), ...Array.from(found, (alike) => alike.charCodeAt(0))]);
    }
  const originals = new Map<number, number[]>();
  for (const [wanted, found] of alikes)
    for (const alike of found) originals.set(alike, [...(originals.get(alike) ?? []), wanted]);
  const hasOriginals = new Uint8Array(0x10000);
  for (const code of originals.keys()) hasOriginals[code] = 1;
  const wholes = new Map<number, { whole: number; parts: string }[]>();
  for (const [whole, spellings] of Object.entries(components as Record<string, string[]>))
    for (const parts of spellings) {
      const first = parts.charCodeAt(0);
      wholes.set(first, [...(wholes.get(first) ?? []), { whole: whole.charCodeAt(0), parts }]);
    }

  const openings = [...wholes.values()]
    .flat()
    .map(({ parts, whole }) => ({ first: parts.charCodeAt(0), second: parts.charCodeAt(1), whole }));
  const beginnings = new Set(openings.map(({ first, second }) => first * 0x10000 + second));

  const knownSounds = new Set(
    Object.entries(glyphs.sounds).flatMap(([wanted, heard]) =>
      [...heard].map((code) => code.charCodeAt(0) * 0x10000 + wanted.charCodeAt(0)),
    ),
  );

  return {
    soundsKnownFor: (code, wanted) => knownSounds.has(code * 0x10000 + wanted),
    looksLike: (code, wanted) => originals.get(code)?.includes(wanted) ?? false,
    hasOriginals,
    originalsOf: (code) => originals.get(code) ?? none,
    alikesOf: (code) => alikes.get(code) ?? none,
    mayCompose: (first, second) => beginnings.has(first * 0x10000 + second),
    parts: [...wholes.keys()],
    openings,
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
