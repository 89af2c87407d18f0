/**
 * The language that rules are written in: steps parted by spaces.
 *
 *     最 <quality>                   a word, then a word of a class
 *     <disease> ..6 治好|治愈          up to 6 letters between, within the clause
 *     保证 ,,8 <result>               the same, commas may lie between
 *     # 天 见效                       a number
 *     最 _                          any one letter
 *     最好 !<advice>                  not followed by
 *     <very>? 便宜                    may be missing
 *     最好 $                         the clause ends here
 *     不能说 ..4 *                    * is the finding that an exemption is asked about
 */
export interface Step {
  kind: 'words' | 'number' | 'letter' | 'not' | 'end' | 'finding';
  /** id of the class of words, for words and not */
  group: number;
  /** letters that may lie before it */
  gap: number;
  /** the gap may hold commas */
  far: boolean;
}

export interface Pattern {
  readonly steps: readonly Step[];
  /** classes of its words, in order: a text without one of them cannot hold it */
  readonly groups: readonly number[];
  /** where it asks about the finding */
  readonly findingAt: number;
}

/** Gives the id of a class of words; the text is that of one step: `a|b|<class>`. */
export type GroupOf = (alternatives: string) => number;

/** Parses one pattern into its variants, one per choice of optional steps. Throws on what it cannot read. */
export function parsePattern(source: string, groupOf: GroupOf): Pattern[] {
  let variants: Step[][] = [[]];
  let gap = 0;
  let far = false;
  for (const part of source.trim().split(/\s+/)) {
    const distance = part.startsWith('..') || part.startsWith(',,') ? /^(\.\.|,,)(\d+)$/.exec(part) : null;
    if (distance) {
      gap = Number(distance[2]);
      far = distance[1] === ',,';
      if (gap > 20) throw new Error(`Gap ${gap} in "${source}" is over 20.`);
      continue;
    }
    const optional = part.length > 1 && part.endsWith('?');
    const body = optional ? part.slice(0, -1) : part;
    const steps = stepsOf(body);
    if (!optional && steps.length === 1) for (const variant of variants) variant.push(steps[0]!);
    else
      variants = variants.flatMap((variant) => [
        ...(optional ? [carryGap(variant, steps[0]!)] : []),
        ...steps.map((step) => [...variant, step]),
      ]);
    gap = 0;
    far = false;
  }
  const found = variants
    .map(mergeCarried)
    .filter((variant) => variant.some((step) => step.kind !== 'not' && step.kind !== 'end'));
  if (found.length === 0) throw new Error(`Nothing to find in "${source}".`);
  return found.map((steps) => ({
    steps,
    groups: steps.filter(({ kind }) => kind === 'words').map(({ group }) => group),
    findingAt: steps.findIndex(({ kind }) => kind === 'finding'),
  }));

  /** A number among words is a variant of its own. */
  function stepsOf(body: string): Step[] {
    if (body.length === 1 || !body.includes('#')) return [stepOf(body)];
    const alternatives = body.split('|');
    return [stepOf('#'), stepOf(alternatives.filter((one) => one !== '#').join('|'))];
  }

  function stepOf(body: string): Step {
    if (body === '#') return { kind: 'number', group: -1, gap, far };
    if (body === '$') return { kind: 'end', group: -1, gap: 0, far: false };
    if (body === '_') return { kind: 'letter', group: -1, gap, far };
    if (body === '*') return { kind: 'finding', group: -1, gap, far };
    if (body.startsWith('!')) return { kind: 'not', group: groupOf(body.slice(1)), gap: 0, far: false };
    return { kind: 'words', group: groupOf(body), gap, far };
  }
}

/** A skipped step hands its gap on to the next one. */
interface Carried extends Step {
  carried?: boolean;
}
const carryGap = (variant: Step[], step: Step): Carried[] =>
  step.gap > 0 ? [...variant, { ...step, carried: true } as Carried] : variant;

function mergeCarried(variant: Carried[]): Step[] {
  const steps: Step[] = [];
  let gap = 0;
  let far = false;
  for (const step of variant) {
    if (step.carried) {
      gap = Math.max(gap, step.gap);
      far ||= step.far;
    } else {
      steps.push({ kind: step.kind, group: step.group, gap: Math.max(gap, step.gap), far: far || step.far });
      gap = 0;
      far = false;
    }
  }
  return steps;
}
