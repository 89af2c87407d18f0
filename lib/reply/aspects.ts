import { concepts, phrases } from './concepts.ts';
import table from './data/aspects.json' with { type: 'json' };
import { buildTrie } from './trie.ts';

/** 影响 is no 响: what only looks like a cue stands under this name, and means nothing. */
const nothing = 'none.none';

const entries = Object.entries(
  table as Record<string, Record<string, { concepts: string; cues: string }>>,
).flatMap(([group, members]) =>
  Object.entries(members).map(([member, entry]) => ({ name: `${group}.${member}`, ...entry })),
);

/** What can be asked of any goods, whatever the trade: `spec.noise`, `usage.wash`. An aspect is a place here. */
export const aspects: readonly string[] = entries.map(({ name }) => name).filter((name) => name !== nothing);

/** By aspect: its cues. */
export const cuesByAspect: readonly (readonly string[])[] = entries
  .filter(({ name }) => name !== nothing)
  .map(({ cues }) => cues.split(' '));

/**
 * The aspects that a text speaks of, by cues anywhere in it and by what its words mean; each once.
 *
 * @param text as `fold` returns it
 */
export function aspectsOf(text: string, terms: readonly { concept: number }[]): number[] {
  const found = new Set<number>();
  let covered = 0;
  for (let place = 0; place < text.length; place++) {
    let longest = -1;
    let end = place;
    for (let node = 1, next = place; next < text.length; ) {
      node = trie.step(node, text.charCodeAt(next++));
      if (node === 0) break;
      const value = trie.value(node);
      if (value >= 0) [longest, end] = [value, next];
    }
    // inside a longer cue a shorter one means nothing of its own
    if (longest < 0 || end <= covered) continue;
    covered = end;
    for (const aspect of aspectsByCue[longest]!) found.add(aspect);
  }
  for (const { concept } of terms)
    if (concept >= 0) for (const aspect of aspectsByConcept[concept]!) found.add(aspect);
  return [...found];
}

const aspectsByCue: number[][] = [];
const trie = buildTrie(
  Array.from(cuesByWord(), ([word, found]) => [word, aspectsByCue.push(found) - 1] as const),
);

/** One cue may speak of several aspects; of none where it only looks like one. */
function cuesByWord(): Map<string, number[]> {
  const words = new Map<string, number[]>();
  for (const { name, cues } of entries) {
    const aspect = aspects.indexOf(name);
    for (const cue of cues.split(' ')) {
      const known = words.get(cue) ?? [];
      if (known.length === 0) words.set(cue, known);
      if (name !== nothing) known.push(aspect);
    }
  }
  // 手机壳 has no shell
  for (const [phrase, concept] of phrases)
    if (concepts[concept]!.group === 'goods' && !words.has(phrase)) words.set(phrase, []);
  return words;
}

const aspectsByConcept: readonly number[][] = concepts.map(() => []);
const conceptsByName = new Map<string, number[]>();
for (const [number, { name }] of concepts.entries()) {
  // spec.season stands for spec.season:冬天, too
  for (const known of new Set([name, name.replace(/:.*/, '')]))
    conceptsByName.set(known, [...(conceptsByName.get(known) ?? []), number]);
}
for (const { name, concepts: named } of entries) {
  const aspect = aspects.indexOf(name);
  for (const one of named.split(' '))
    for (const concept of conceptsByName.get(one) ?? []) aspectsByConcept[concept]!.push(aspect);
}
