import { concepts } from './concepts.ts';
import { readSense } from './read.ts';
import { type Sense, sense } from './sense.ts';
import { soundOf } from './syllables.ts';
import type { Reading, Script } from './types.ts';

export interface Match {
  script: Script;
  /** share of what is asked that the script's example asks too, 0 to 1 */
  score: number;
}

/** Scripts, ready to be searched. */
export interface Library {
  readonly scripts: readonly Script[];
  /**
   * The scripts that answer a comment, best first; none when nobody knows.
   *
   * @param reading what `readComment` said of the text, if that is at hand
   * @param limit at most so many
   */
  search(text: string, reading?: Reading, limit?: number): Match[];
}

/** Below this share the question is another one. */
const knowing = 0.5;
/** What the comment asks beyond the example costs more than the reverse. */
const unanswered = 0.75;
const unasked = 0.2;
const agreement = 0.06;

/** Indexes scripts by the concepts, characters and sounds of their examples. */
export function createLibrary(scripts: readonly Script[]): Library {
  const vocabulary = new Map<string, number>();
  const weights: number[] = [];
  const documents: { owner: number; tokens: number[] }[] = [];
  const owners: Set<number>[] = [];
  scripts.forEach((script, owner) => {
    for (const example of script.examples) {
      const tokens: number[] = [];
      for (const [name, weight] of tokensOf(sense(example))) {
        let token = vocabulary.get(name);
        if (token === undefined) {
          token = vocabulary.size;
          vocabulary.set(name, token);
          weights.push(weight);
          owners.push(new Set());
        }
        tokens.push(token);
        owners[token]!.add(owner);
      }
      documents.push({ owner, tokens });
    }
  });

  const rarity = (scriptsWith: number) =>
    Math.log(1 + (scripts.length - scriptsWith + 0.5) / (scriptsWith + 0.5)) /
    Math.log(2 * scripts.length + 2);
  const scaled = (weight: number, scriptsWith: number) => weight * (0.4 + 0.6 * rarity(scriptsWith));
  const tokenWeights = Float32Array.from(weights, (weight, token) => scaled(weight, owners[token]!.size));

  const starts = new Int32Array(vocabulary.size + 1);
  for (const { tokens } of documents) for (const token of tokens) starts[token + 1]!++;
  for (let token = 0; token < vocabulary.size; token++) starts[token + 1]! += starts[token]!;
  const postings = new Int32Array(starts[vocabulary.size]!);
  const next = starts.slice();
  const documentWeights = new Float32Array(documents.length);
  const documentOwners = Int32Array.from(documents, ({ owner }) => owner);
  documents.forEach(({ tokens }, document) => {
    for (const token of tokens) {
      postings[next[token]!++] = document;
      documentWeights[document]! += tokenWeights[token]!;
    }
  });

  const shared = new Float32Array(documents.length);
  const best = new Float32Array(scripts.length);

  return {
    scripts,
    search(text, reading, limit = 3) {
      const asked = sense(text);
      const { intent } = reading ?? readSense(asked);
      const touched: number[] = [];
      let total = 0;
      for (const [name, weight] of tokensOf(asked)) {
        const token = vocabulary.get(name);
        if (token === undefined) {
          total += scaled(weight, 0);
          continue;
        }
        const value = tokenWeights[token]!;
        total += value;
        for (let place = starts[token]!; place < starts[token + 1]!; place++) {
          const document = postings[place]!;
          if (shared[document] === 0) touched.push(document);
          shared[document]! += value;
        }
      }
      const candidates: number[] = [];
      for (const document of touched) {
        const common = shared[document]!;
        shared[document] = 0;
        const owner = documentOwners[document]!;
        const share =
          common / (common + unanswered * (total - common) + unasked * (documentWeights[document]! - common));
        const score = share + (scripts[owner]!.intent === intent ? agreement : 0);
        if (score < knowing + agreement || score <= best[owner]!) continue;
        if (best[owner] === 0) candidates.push(owner);
        best[owner] = score;
      }
      const matches = candidates.map((owner) => ({
        script: scripts[owner]!,
        score: Math.min(1, best[owner]!),
      }));
      matches.sort((a, b) => b.score - a.score);
      for (const owner of candidates) best[owner] = 0;
      return matches.slice(0, limit);
    },
  };
}

/** What a text is found by, with how much each says before its rarity is known. */
function tokensOf({ concepts: found, rest, slots }: Sense): Map<string, number> {
  const tokens = new Map<string, number>();
  for (const concept of found) {
    const { group, weight, name } = concepts[concept]!;
    if (weight === 0) continue;
    tokens.set(`c${concept}`, group === 'neg' ? 0.5 : group === 'ask' ? 1 : weight);
    if (weight >= 2 && group !== 'neg') tokens.set(`f${familyOf(name)}`, 0.4);
  }
  if (slots.height || slots.weight) tokens.set('body', 1.5);
  if (slots.size) tokens.set('size', 1.5);
  if (slots.age) tokens.set('age', 1);
  if (slots.quantity) tokens.set('quantity', 0.5);
  let before = 0;
  for (const unit of rest) {
    if (unit.length > 1) {
      tokens.set(unit, 1.2);
      before = 0;
      continue;
    }
    tokens.set(unit, 0.5);
    const sound = soundOf(unit.charCodeAt(0));
    if (before !== 0 && sound !== 0) tokens.set(`s${before},${sound}`, 0.9);
    before = sound;
  }
  return tokens;
}

const familyOf = (name: string): string => name.replace(/:.*|-.*/, '');
