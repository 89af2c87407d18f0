import { concepts } from './concepts.ts';
import table from './data/aspects.json' with { type: 'json' };
import { fold } from './fold.ts';
import { buildTrie } from './trie.ts';

/** What can be asked of any goods, whatever the trade: `spec.noise`, `usage.wash`. A number is a place here. */
export const aspects: readonly string[] = Object.entries(table)
  .flatMap(([group, members]) => Object.keys(members).map((member) => `${group}.${member}`))
  .filter((name) => name !== nothing());

/** 影响 is no 响: words that only look like a cue. */
function nothing() {
  return 'none.none';
}

interface Entry {
  concepts: string;
  cues: string;
}
const entries = Object.entries(table as Record<string, Record<string, Entry>>).flatMap(([group, members]) =>
  Object.entries(members).map(([member, entry]) => ({
    number: aspects.indexOf(`${group}.${member}`),
    ...entry,
  })),
);

/** The aspects that a text speaks of, by cues anywhere in it and by what its words mean; each once. */
export function aspectsOf(text: string, terms: readonly { concept: number }[]): number[] {
  const found: number[] = [];
  const add = (aspect: number) => {
    if (!found.includes(aspect)) found.push(aspect);
  };
  let covered = 0;
  for (let place = 0; place < text.length; place++) {
    let longest = -1;
    let end = place;
    for (let node = 1, next = place; next < text.length; ) {
      node = cues.step(node, text.charCodeAt(next++));
      if (node === 0) break;
      const value = cues.value(node);
      if (value >= 0) [longest, end] = [value, next];
    }
    // inside a longer cue a shorter one means nothing of its own
    if (longest < 0 || end <= covered) continue;
    covered = end;
    for (const aspect of cueAspects[longest]!) add(aspect);
  }
  for (const { concept } of terms) if (concept >= 0) for (const aspect of byConcept[concept]!) add(aspect);
  return found;
}

const cueNumbers = new Map<string, number>();
const cueAspects: number[][] = [];
for (const { number, cues } of entries) {
  for (const cue of cues.split(' ')) {
    const word = fold(cue).text;
    // 修不修 folds to 修, which says too little
    if (word === '' || (word.length === 1 && cue.length > 1)) continue;
    let place = cueNumbers.get(word);
    if (place === undefined) {
      place = cueAspects.push([]) - 1;
      cueNumbers.set(word, place);
    }
    if (number >= 0) cueAspects[place]!.push(number);
  }
}
const codesOf = (word: string): number[] =>
  Array.from({ length: word.length }, (_, at) => word.charCodeAt(at));
const cues = buildTrie(Array.from(cueNumbers, ([word, number]) => [codesOf(word), number] as const));

const byConcept: number[][] = concepts.map(({ name }) =>
  entries.flatMap(({ number, concepts: named }) =>
    named.split(' ').some((one) => one !== '' && (name === one || name.startsWith(`${one}:`)))
      ? [number]
      : [],
  ),
);
