import syllables from '../reply/data/syllables.json' with { type: 'json' };

const spellings = new Map<string, string>();
for (const [syllable, characters] of Object.entries(syllables))
  for (const character of characters) spellings.set(character, syllable);

/** A text as it is typed in pinyin, one common reading each, without tones: 尺码表 → chimabiao. Latin and digits stay. */
export function pinyinOf(text: string): string {
  return spelt(text, (syllable) => syllable);
}

/** The first letters of a text as it is typed: 尺码表 → cmb; one common reading each. Latin and digits stay. */
export function initialsOf(text: string): string {
  return spelt(text, (syllable) => syllable[0]!);
}

function spelt(text: string, as: (syllable: string) => string): string {
  let letters = '';
  for (const character of text.toLowerCase()) {
    const syllable = spellings.get(character);
    if (syllable) letters += as(syllable);
    else if (/[a-z\d]/.test(character)) letters += character;
  }
  return letters;
}
