import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { fold } from '../../lib/reply/fold.ts';
import { createLibrary } from '../../lib/reply/library.ts';
import { readComment } from '../../lib/reply/read.ts';
import { type Part, readLibrary, readQueries } from './reply-quality.ts';

interface Found {
  id: string;
  score: number;
}
type Search = (text: string) => Found[];
type Build = (part: Part) => Search;

/** Words of latin letters and digits; of Chinese, each character and each pair. */
function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  for (const [run] of text.toLowerCase().matchAll(/[a-z\d.]+|[\u4e00-\u9fff]+/g)) {
    if (!/[\u4e00-\u9fff]/.test(run)) tokens.push(run);
    else
      for (let at = 0; at < run.length; at++)
        tokens.push(run[at]!, ...(run[at + 1] ? [run.slice(at, at + 2)] : []));
  }
  return tokens;
}

/** What all three are given: the examples, the product's names and the reply. */
function documentsOf(part: Part, normal: (text: string) => string) {
  const { scripts, products } = readLibrary(part);
  const names = new Map(products.map((product) => [product.id, product.names]));
  return scripts.map(({ id, examples, product, text }) => ({
    id,
    examples: examples.map(normal),
    product: normal(names.get(product ?? '') ?? ''),
    reply: normal(text),
  }));
}

const ours: Build = (part) => {
  const { scripts, products } = readLibrary(part);
  const library = createLibrary(scripts, products);
  return (text) =>
    library.search(text, readComment(text), 3).map(({ script, score }) => ({ id: script.id, score }));
};

const miniSearch =
  (normal: (text: string) => string): Build =>
  (part) => {
    const index = new MiniSearch({
      fields: ['examples', 'product', 'reply'],
      tokenize: tokensOf,
      // an array of examples is one field of several sentences
      extractField: (document, field) => [document[field as keyof typeof document]].flat().join(' '),
      searchOptions: { boost: { examples: 2 }, combineWith: 'OR' },
    });
    index.addAll(documentsOf(part, normal));
    return (text) =>
      index
        .search(normal(text))
        .slice(0, 3)
        .map(({ id, score }) => ({ id, score }));
  };

const fuse =
  (normal: (text: string) => string): Build =>
  (part) => {
    const index = new Fuse(documentsOf(part, normal), {
      keys: [{ name: 'examples', weight: 2 }, { name: 'product' }, { name: 'reply' }],
      includeScore: true,
      useTokenSearch: true,
      tokenize: tokensOf,
      threshold: 0.6,
      ignoreLocation: true,
    });
    return (text) =>
      index.search(normal(text), { limit: 3 }).map(({ item, score }) => ({ id: item.id, score: 1 - score! }));
  };

const plain = (text: string): string => text;
const folded = (text: string): string => fold(text).text;

/** Right replies of our search and of two others, on the same libraries and comments. */
export function benchRivals(parts: readonly Part[]): string[][] {
  const builds: [string, Build][] = [
    ['ours', ours],
    ['MiniSearch', miniSearch(plain)],
    ['MiniSearch, our spelling', miniSearch(folded)],
    ['Fuse.js', fuse(plain)],
    ['Fuse.js, our spelling', fuse(folded)],
  ];
  return [
    [
      'right reply',
      ...parts.map((part) => `${part}: first`),
      ...parts.map((part) => `${part}: in three`),
      'nobody knows',
    ],
    ...builds.map(([name, build]) => {
      const scores = parts.map((part) => score(part, build(part)));
      return [
        name,
        ...scores.map(({ first }) => first),
        ...scores.map(({ three }) => three),
        scores.map(({ silent }) => silent).join(' · '),
      ];
    }),
  ];
}

function score(part: Part, search: Search) {
  let known = 0;
  let first = 0;
  let three = 0;
  const right: number[] = [];
  const nobody: number[] = [];
  for (const [id, text] of readQueries(part)) {
    const found = search(text);
    const best = found[0]?.score ?? 0;
    if (id === '-') {
      nobody.push(best);
      continue;
    }
    known++;
    right.push(best);
    if (found[0]?.id === id) first++;
    if (found.some((one) => one.id === id)) three++;
  }
  // the bar each would have to set to deny what is known in 5 of 100 cases
  const bar = right.sort((a, b) => a - b)[Math.floor(0.05 * known)]!;
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  return {
    first: percent(first / known),
    three: percent(three / known),
    silent: percent(nobody.filter((best) => best < bar || best === 0).length / nobody.length),
  };
}
