/**
 * Numbers keys from 0 on as they first come: whole numbers from 1 to 2³¹ − 1.
 *
 * A table without objects, since a library of 20,000 scripts looks up millions.
 */
export function createNumbering() {
  let bits = 12;
  let keys = new Int32Array(1 << bits);
  let numbers = new Int32Array(1 << bits);
  let size = 0;

  /** Where the key stands, or where it would. */
  const slotOf = (key: number): number => {
    const last = keys.length - 1;
    let slot = Math.imul(key, 0x9e3779b1) >>> (32 - bits);
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & last;
    return slot;
  };
  const grow = () => {
    const [before, known] = [keys, numbers];
    bits++;
    keys = new Int32Array(1 << bits);
    numbers = new Int32Array(1 << bits);
    for (let slot = 0; slot < before.length; slot++) {
      if (before[slot] === 0) continue;
      const place = slotOf(before[slot]!);
      keys[place] = before[slot]!;
      numbers[place] = known[slot]!;
    }
  };
  return {
    size: () => size,
    /** -1 for a key that never came */
    get(key: number): number {
      const slot = slotOf(key);
      return keys[slot] === 0 ? -1 : numbers[slot]!;
    },
    add(key: number): number {
      let slot = slotOf(key);
      if (keys[slot] !== 0) return numbers[slot]!;
      if (2 * size >= keys.length) {
        grow();
        slot = slotOf(key);
      }
      keys[slot] = key;
      numbers[slot] = size;
      return size++;
    },
  };
}

/** Tells whether a number comes for the first time in a turn; turns come one after the other. */
export function createStamps(): (number: number, turn: number) => boolean {
  const last: number[] = [];
  return (number, turn) => {
    while (last.length <= number) last.push(-1);
    if (last[number] === turn) return false;
    last[number] = turn;
    return true;
  };
}
