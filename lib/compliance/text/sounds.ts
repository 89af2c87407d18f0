import readings from '../data/tables/readings.json' with { type: 'json' };

/** How characters are read, without tones. A sound is the id of a group of syllables that are easily confused. */
export interface Sounds {
  /** syllable ids of a character, the usual one first; empty when it has none */
  syllablesOf(code: number): readonly number[];
  /** the characters that have several */
  readonly several: ReadonlyMap<number, readonly number[]>;
  /** id of the usual syllable by UTF-16 unit, 0 for none */
  usual: Uint16Array;
  /** id of a written syllable, or 0 */
  syllable(spelling: string): number;
  spelling(syllable: number): string;
  /** sounds of syllables that begin with a Latin letter */
  soundsFrom(code: number): readonly number[];
  /** what a syllable sounds like: zh=z, ng=n, l=n, f=hu */
  soundOf: Uint16Array;
}

const none: readonly number[] = [];

/** Decodes the shipped table; a few milliseconds. */
export function buildSounds(): Sounds {
  const syllables = readings.syllables.split(' ');
  const ids = new Map(syllables.map((spelling, id) => [spelling, id]));
  const usual = new Uint16Array(0x10000);
  for (let at = 0; at < readings.primary.length; at++)
    usual[readings.first + at] = readings.primary.charCodeAt(at) - 0x30;
  const others = new Map<number, number[]>();
  for (const [spelling, characters] of Object.entries(readings.others as Record<string, string>))
    for (const character of characters) {
      const code = character.charCodeAt(0);
      others.set(code, [...(others.get(code) ?? [usual[code]!]), ids.get(spelling)!]);
    }
  const sounds = new Map<string, number>();
  const soundOf = new Uint16Array(syllables.length);
  syllables.forEach((spelling, id) => {
    const sound = blurred(spelling);
    if (!sounds.has(sound)) sounds.set(sound, sounds.size + 1);
    soundOf[id] = sounds.get(sound)!;
  });
  soundOf[0] = 0;
  const alone = syllables.map((_, id) => (id === 0 ? none : [id]));
  // by letter, so that no reading makes a list
  const syllablesOf = new Array<readonly number[]>(usual.length).fill(none);
  for (let at = 0; at < readings.primary.length; at++) {
    const code = readings.first + at;
    syllablesOf[code] = alone[usual[code]!]!;
  }
  for (const [code, ids] of others) syllablesOf[code] = ids;

  const byInitial = new Map<number, Set<number>>();
  for (let id = 1; id < syllables.length; id++) {
    const initial = syllables[id]!.charCodeAt(0);
    byInitial.set(initial, (byInitial.get(initial) ?? new Set()).add(soundOf[id]!));
  }
  const soundsFrom = new Map([...byInitial].map(([initial, found]) => [initial, [...found]]));

  return {
    soundsFrom: (code) => soundsFrom.get(code) ?? none,
    several: others,
    usual,
    soundOf,
    syllablesOf: (code) => syllablesOf[code]!,
    syllable: (spelling) => (spelling === '' ? 0 : (ids.get(spelling) ?? 0)),
    spelling: (syllable) => syllables[syllable]!,
  };
}

/** What speech recognition and southern speakers do not tell apart. */
const blurred = (spelling: string): string =>
  spelling
    .replace(/^([zcs])h/, '$1')
    .replace(/^l/, 'n')
    // f and hu: 付肝 for 护肝
    .replace(/^hu([in])$/, 'hue$1')
    .replace(/^fu$|^f/, 'hu')
    .replace(/([aei])ng$/, '$1n');
