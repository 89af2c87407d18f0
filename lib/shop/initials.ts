import syllables from '../reply/data/syllables.json' with { type: 'json' };

const initials = new Map<string, string>();
for (const [syllable, characters] of Object.entries(syllables))
  for (const character of characters) initials.set(character, syllable[0]!);

/** The first letters of a text as it is typed: 尺码表 → cmb; one common reading each. Latin and digits stay. */
export function initialsOf(text: string): string {
  let letters = '';
  for (const character of text.toLowerCase())
    letters += initials.get(character) ?? (/[a-z\d]/.test(character) ? character : '');
  return letters;
}
