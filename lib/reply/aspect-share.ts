import { aspects } from './aspects.ts';
import groups from './data/aspect-kin.json' with { type: 'json' };
import type { Said } from './shelve.ts';

/** An aspect that is asked about, and how much it tells. */
export interface AskedAspect {
  aspect: number;
  weight: number;
}

/** How far a script speaks of the aspects that are asked, whatever its words; each 0 to 1. */
export interface AspectShare {
  /** of what is asked, what its examples ask too, or its reply tells */
  spoken: number;
  /** of what its example asks, what is asked */
  fitting: number;
  /** what is asked, and what its examples ask, are both known, and have nothing to do with each other */
  foreign: boolean;
}

/** Told by the reply only; a neighbouring aspect. */
const told = 0.6;
const near = 0.4;

/** Compares what is asked with one script. @param example the aspects of its likest example */
export function aspectShare(
  asked: readonly AskedAspect[],
  said: Said,
  example: readonly number[],
): AspectShare {
  let all = 0;
  let spoken = 0;
  for (const { aspect, weight } of asked) {
    all += weight;
    spoken += weight * partOf(aspect, said);
  }
  let fitting = 0;
  for (const aspect of example) if (asked.some((one) => one.aspect === aspect)) fitting++;
  return {
    spoken: all === 0 ? 0 : spoken / all,
    fitting: example.length === 0 ? 0 : fitting / example.length,
    foreign: spoken === 0 && all > 0 && said.examples.aspects.length > 0,
  };
}

function partOf(aspect: number, { examples, reply }: Said): number {
  if (examples.aspects.includes(aspect)) return 1;
  if (reply.aspects.includes(aspect)) return told;
  const neighbours = kin.get(aspect);
  return neighbours && examples.aspects.some((other) => neighbours.has(other)) ? near : 0;
}

const kin = new Map<number, Set<number>>();
for (const group of groups) {
  const members = group.split(' ').map((name) => aspects.indexOf(name));
  for (const member of members) {
    const known = kin.get(member) ?? new Set();
    for (const other of members) if (other !== member) known.add(other);
    kin.set(member, known);
  }
}
