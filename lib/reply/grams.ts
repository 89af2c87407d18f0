/** Characters and pairs of them, as numbers: what a text is made of, whatever it means. */
export function gramsOf(text: string): number[] {
  const grams: number[] = [];
  let before = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === BLANK || unit === QUESTION) {
      before = 0;
      continue;
    }
    grams.push(unit);
    const small = unit < firstHan ? unit : unit - firstHan + smallest;
    if (before !== 0) grams.push(before * 0x8000 + small);
    before = small;
  }
  return grams;
}

/** Two characters of a folded text in 30 bits: numbers beyond that are slow keys. */
const firstHan = 0x4e00;
const smallest = 0x80;
const BLANK = 32;
const QUESTION = 63;

export type GramBook = ReturnType<typeof createGramBook>;

/** Numbers grams, and counts in how many scripts each stands. */
export function createGramBook() {
  const numbers = new Map<number, number>();
  const spreads: number[] = [];
  const last: number[] = [];
  return {
    size: () => spreads.length,
    numberOf: (gram: number) => numbers.get(gram),
    spread: (number: number) => spreads[number]!,
    add(gram: number, owner: number): number {
      let number = numbers.get(gram);
      if (number === undefined) {
        number = spreads.push(0) - 1;
        last.push(-1);
        numbers.set(gram, number);
      }
      if (last[number] !== owner) {
        spreads[number]!++;
        last[number] = owner;
      }
      return number;
    },
  };
}
