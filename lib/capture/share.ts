/** How many of the last few hundred were so, in per cent. */
export interface Share {
  add(yes: number, no: number): void;
  /** null before anything was counted */
  percent(): number | null;
  /** how many of the counted were not so */
  others(): number;
}

/** What is older than about `limit` counts half, then a quarter, so that the share follows what happens now. */
export function createShare(limit = 200): Share {
  let [those, all] = [0, 0];
  return {
    add(yes, no) {
      those += yes;
      all += yes + no;
      if (all > 2 * limit) [those, all] = [those / 2, all / 2];
    },
    percent: () => (all === 0 ? null : Math.floor((1000 * those) / all) / 10),
    others: () => all - those,
  };
}
