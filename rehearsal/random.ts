/** Random numbers that come out the same for the same seed. */
export interface Random {
  /** in [0, 1) */
  (): number;
  /** whole number in [0, below) */
  int(below: number): number;
  pick<T>(list: readonly T[]): T;
  /** true in `share` of all calls, 0…1 */
  chance(share: number): boolean;
}

/** Makes a generator (mulberry32) of its own for each `part`, so that one part's draws do not shift another's. */
export function createRandom(seed: number, part = ''): Random {
  let state = hash(`${seed}:${part}`);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (below: number) => Math.floor(next() * below);
  return Object.assign(next, {
    int,
    pick: <T>(list: readonly T[]): T => {
      if (list.length === 0) throw new Error('Nothing to pick from: the list is empty.');
      return list[int(list.length)] as T;
    },
    chance: (share: number) => next() < share,
  });
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
