import { clausesOf, plain } from './plain.ts';
import { type Quantity, readQuantities } from './quantities.ts';

/** A clause, taken apart: its words with a # for each number, and the numbers. */
export interface Clause {
  words: string;
  quantities: readonly Quantity[];
}

/** A text taken apart for comparison. */
export interface Read {
  clauses: readonly Clause[];
  quantities: readonly Quantity[];
  /** its latin words, in lower case */
  latin: ReadonlySet<string>;
  plain: string;
}

/** Takes a text apart. Pure. */
export function readText(text: string): Read {
  const flat = plain(text);
  const clauses = clausesOf(flat).map((clause): Clause => {
    const { quantities, rest } = readQuantities(clause);
    return { words: rest, quantities };
  });
  return {
    clauses,
    quantities: clauses.flatMap(({ quantities }) => quantities),
    latin: new Set(clauses.flatMap(({ words }) => words.match(/[a-z][a-z\d]*|\d+/g) ?? [])),
    plain: flat,
  };
}
