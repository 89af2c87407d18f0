/** Options of which one was right, each by its parts. */
export interface Choice {
  options: readonly (readonly number[])[];
  right: number;
}

/** What was so or not, by its parts. */
interface Row {
  parts: readonly number[];
  holds: boolean;
  worth: number;
}

/** Newton's steps; the functions are convex, and settle in a few. */
const steps = 25;

/** Weights of a conditional logistic regression: the right option of each choice is the likeliest. */
export function chosen(choices: readonly Choice[], drawn: number): number[] {
  return newton(choices[0]!.options[0]!.length, drawn, (weights, slope, curve) => {
    let loss = 0;
    for (const { options, right } of choices) {
      const scores = options.map((parts) => dot(parts, weights));
      const highest = Math.max(...scores);
      const shares = scores.map((score) => Math.exp(score - highest));
      const total = shares.reduce((sum, share) => sum + share, 0);
      loss += highest + Math.log(total) - scores[right]!;
      const mean = new Array<number>(weights.length).fill(0);
      for (const [place, parts] of options.entries()) {
        const share = shares[place]! / total;
        for (let row = 0; row < mean.length; row++) mean[row]! += share * parts[row]!;
        addSquare(curve, parts, share);
      }
      addSquare(curve, mean, -1);
      for (let row = 0; row < mean.length; row++) slope[row]! += mean[row]! - options[right]![row]!;
    }
    return loss;
  });
}

/** Weights of a logistic regression. */
export function odds(rows: readonly Row[], drawn: number): number[] {
  return newton(rows[0]!.parts.length, drawn, (weights, slope, curve) => {
    let loss = 0;
    for (const { parts, holds, worth } of rows) {
      const score = dot(parts, weights);
      const share = 1 / (1 + Math.exp(-score));
      loss += worth * (Math.max(0, score) + Math.log1p(Math.exp(-Math.abs(score))) - (holds ? score : 0));
      for (let row = 0; row < parts.length; row++)
        slope[row]! += worth * (share - (holds ? 1 : 0)) * parts[row]!;
      addSquare(curve, parts, worth * share * (1 - share));
    }
    return loss;
  });
}

/** Adds slope and curvature at some weights, and returns the loss there. */
type Sum = (weights: readonly number[], slope: number[], curve: number[][]) => number;

/** Finds the weights where `sum`, and half of `drawn` times their squares, is least. */
function newton(size: number, drawn: number, sum: Sum): number[] {
  const at = (weights: readonly number[]) => {
    const slope = weights.map((weight) => drawn * weight);
    const curve = weights.map((_, row) => weights.map((_, column) => (row === column ? drawn : 0)));
    const loss = sum(weights, slope, curve) + (drawn / 2) * dot(weights, weights);
    return { weights, slope, curve, loss };
  };
  let best = at(new Array<number>(size).fill(0));
  for (let step = 0, stride = 1; step < steps && stride > 0.01; step++) {
    const move = solve(best.curve, best.slope);
    const next = at(best.weights.map((weight, row) => weight - stride * move[row]!));
    // a step too far is taken again, shorter
    if (next.loss > best.loss) stride /= 2;
    else [best, stride] = [next, Math.min(1, 2 * stride)];
  }
  return [...best.weights];
}

function addSquare(curve: number[][], parts: readonly number[], worth: number) {
  for (let row = 0; row < parts.length; row++) {
    const own = worth * parts[row]!;
    if (own === 0) continue;
    for (let column = 0; column < parts.length; column++) curve[row]![column]! += own * parts[column]!;
  }
}

/** Solves a symmetric system without a zero on its way, by elimination. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, place) => [...row, right[place]!]);
  const size = rows.length;
  for (let pivot = 0; pivot < size; pivot++) {
    for (let row = pivot + 1; row < size; row++) {
      const factor = rows[row]![pivot]! / rows[pivot]![pivot]!;
      if (factor === 0) continue;
      for (let column = pivot; column <= size; column++)
        rows[row]![column]! -= factor * rows[pivot]![column]!;
    }
  }
  const found = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row--) {
    let rest = rows[row]![size]!;
    for (let column = row + 1; column < size; column++) rest -= rows[row]![column]! * found[column]!;
    found[row] = rest / rows[row]![row]!;
  }
  return found;
}

export function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let place = 0; place < a.length; place++) sum += a[place]! * b[place]!;
  return sum;
}
