/** Takes the next bytes of a file, which are its own until it resolves: then it wants more. */
export type Take = (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;

/** Bytes that are written at once. */
const usual = 1 << 19;

/** Gathers bytes into large writes, of which one is under way while the next is filled. */
export interface Batch {
  /** Room for so many bytes: put them into `bytes` from `at` on and move `at`. */
  room(bytes: number): Promise<Filling>;
  /** The same where it is there already; to wait for each of a million rows would take longer than to write them. */
  roomNow(bytes: number): Filling | null;
  add(bytes: Uint8Array): Promise<void>;
  text(text: string): Promise<void>;
  /** Resolves when all is written. */
  end(): Promise<void>;
}

/** What is being filled. */
export interface Filling {
  bytes: Uint8Array<ArrayBuffer>;
  at: number;
}

export function createBatch(write: Take, size = usual): Batch {
  let open: Filling = { bytes: new Uint8Array(size), at: 0 };
  let spare: Uint8Array<ArrayBuffer> = new Uint8Array(size);
  let writing: Promise<void> = Promise.resolve();

  async function flush(): Promise<void> {
    await writing;
    if (open.at === 0) return;
    const full = open;
    open = { bytes: spare, at: 0 };
    spare = full.bytes;
    writing = write(full.bytes.subarray(0, full.at));
    // what goes wrong is thrown where the next one waits for it
    writing.catch(() => {});
  }
  async function room(bytes: number): Promise<Filling> {
    if (open.at + bytes > open.bytes.length) await flush();
    if (bytes > open.bytes.length) open.bytes = new Uint8Array(bytes);
    return open;
  }
  async function add(bytes: Uint8Array): Promise<void> {
    const filling = await room(bytes.length);
    filling.bytes.set(bytes, filling.at);
    filling.at += bytes.length;
  }
  return {
    room,
    roomNow: (bytes) => (open.at + bytes <= open.bytes.length ? open : null),
    add,
    text: async (text) => {
      // a UTF-16 unit is at most three bytes
      putText(await room(3 * text.length), text);
    },
    end: async () => {
      await flush();
      await writing;
    },
  };
}

const encoder = new TextEncoder();

/** Writes a text as UTF-8 where there is room for it. */
export function putText(filling: Filling, text: string): void {
  filling.at += encoder.encodeInto(text, filling.bytes.subarray(filling.at)).written;
}

const few = 96;

/** Copies bytes from one place on to the next. */
export function put(filling: Filling, bytes: Uint8Array, from: number, to: number): void {
  const { bytes: target, at } = filling;
  // a view of a few bytes costs more than they do
  if (to - from < few) for (let i = from; i < to; i++) target[at + i - from] = bytes[i]!;
  else target.set(bytes.subarray(from, to), at);
  filling.at += to - from;
}

/** Writes a whole number that is not negative, in decimal digits. */
export function putNumber(filling: Filling, value: number): void {
  let digits = 1;
  for (let ten = 10; ten <= value; ten *= 10) digits++;
  let rest = value;
  for (let i = digits - 1; i >= 0; i--) {
    const left = Math.floor(rest / 10);
    filling.bytes[filling.at + i] = 0x30 + rest - left * 10;
    rest = left;
  }
  filling.at += digits;
}
