const encoder = new TextEncoder();

/** SHA-256 of a text as UTF-8, in hex. */
async function sha256(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What a draw's secret is fixed by before anybody has entered: its SHA-256. */
export const commitmentOf = (secret: string): Promise<string> => sha256(secret);

/** What stands for all candidates: SHA-256 of their seqs, in order, joined by commas. */
export const digestOf = (candidates: readonly number[]): Promise<string> => sha256(candidates.join(','));

/** The numbers a lot is made of (bits): well inside what a number holds. */
const lotBits = 48;

/**
 * Draws lots: `winners` different places below `count`, or all when there are fewer. The seed is SHA-256 of
 * `secret:digest`, so that who knows the secret beforehand does not know the seed, and who knows the candidates does
 * not know the secret. Lot i is the first 48 bits of SHA-256 of `seed:i:try`, `try` from 0 on until it is below the
 * largest multiple of what is left; it picks among the places not yet drawn, in order, the last one taking the place
 * of the one drawn (Fisher–Yates).
 */
export async function drawLots(
  { secret, digest }: { secret: string; digest: string },
  count: number,
  winners: number,
): Promise<number[]> {
  const seed = await sha256(`${secret}:${digest}`);
  /** places that no longer hold themselves */
  const moved = new Map<number, number>();
  const drawn: number[] = [];
  for (let i = 0; i < Math.min(winners, count); i++) {
    const left = count - i;
    const at = await lot(seed, i, left);
    drawn.push(moved.get(at) ?? at);
    moved.set(at, moved.get(left - 1) ?? left - 1);
  }
  return drawn;
}

async function lot(seed: string, i: number, left: number): Promise<number> {
  const fair = Math.floor(2 ** lotBits / left) * left;
  for (let again = 0; ; again++) {
    const number = Number.parseInt((await sha256(`${seed}:${i}:${again}`)).slice(0, lotBits / 4), 16);
    if (number < fair) return number % left;
  }
}
