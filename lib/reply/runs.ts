/** Lists of whole numbers, one behind the other in one piece of memory: objects for each would be millions. */
export interface Runs {
  /** adds to the list that is being written */
  push(number: number): void;
  /** ends that list and says its number */
  end(): number;
  each(run: number, visit: (number: number) => void): void;
}

export function createRuns(): Runs {
  let all = new Int32Array(1 << 12);
  let length = 0;
  const starts = [0];
  return {
    push(number) {
      if (length === all.length) {
        const longer = new Int32Array(2 * length);
        longer.set(all);
        all = longer;
      }
      all[length++] = number;
    },
    end: () => starts.push(length) - 2,
    each(run, visit) {
      for (let at = starts[run]!; at < starts[run + 1]!; at++) visit(all[at]!);
    },
  };
}
