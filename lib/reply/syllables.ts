import table from './data/syllables.json' with { type: 'json' };

/**
 * The fuzzy sound of a Han unit, 1 …; 0 where it has none.
 *
 * One common reading for each character of GB 2312, as pinyin-pro 3 gives them (MIT, 2026-11).
 */
export const soundOf = (unit: number): number =>
  unit >= 0x4e00 && unit <= 0x9fff ? sounds[unit - 0x4e00]! : 0;

/** A common character with that sound: stands in for a syllable that was typed in letters. */
export const characterOf = (sound: number): string => characters[sound]!;

/** The sounds of a run of lower-case letters written as pinyin, or null. Longest syllables first. */
export function readPinyin(letters: string): number[] | null {
  if (letters.length > 40) return null;
  const found: number[] = [];
  return walk(letters, 0, found) ? found : null;
}

function walk(letters: string, from: number, found: number[]): boolean {
  if (from === letters.length) return found.length > 0;
  for (let length = Math.min(6, letters.length - from); length > 0; length--) {
    const sound = soundBySyllable.get(letters.slice(from, from + length));
    // a lone vowel is more likely a typo than a syllable
    if (sound === undefined || (length === 1 && letters.length > 1)) continue;
    found.push(sound);
    if (walk(letters, from + length, found)) return true;
    found.pop();
  }
  return false;
}

/** zh/z, ch/c, sh/s, ing/in, eng/en, ang/an, l/n at the start: what input methods and dialects mix. */
const blur = (syllable: string): string =>
  syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^l(?=[aeiouv])/, 'n')
    .replace(/(?<=[iea])ng$/, 'n');

const soundBySyllable = new Map<string, number>();
const sounds = new Uint16Array(0x5200);
const characters: string[] = [''];
{
  const ids = new Map<string, number>();
  for (const [syllable, written] of Object.entries(table)) {
    const blurred = blur(syllable);
    const id = ids.get(blurred) ?? ids.size + 1;
    ids.set(blurred, id);
    characters[id] ??= written[0]!;
    soundBySyllable.set(syllable, id);
    for (const character of written) sounds[character.charCodeAt(0) - 0x4e00] = id;
  }
}
