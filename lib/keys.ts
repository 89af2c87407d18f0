/** What can be done in the panel by one key, in the order in which it is told. */
export const keyActs = [
  'next',
  'previous',
  'choose1',
  'choose2',
  'choose3',
  'choose4',
  'fill',
  'spoken',
  'dismiss',
  'hand',
  'prompt',
  'lack',
  'wordings',
  'search',
  'write',
  'note',
  'rewind',
  'alarm',
  'segment',
  'segmentBack',
  'plan',
  'profile',
  'sheet',
] as const;
export type KeyAct = (typeof keyActs)[number];

/** The key of each act, as `KeyboardEvent.key` has it, letters in lower case. */
export type Keys = Record<KeyAct, string>;

export const defaultKeys: Keys = {
  next: 'j',
  previous: 'k',
  choose1: '1',
  choose2: '2',
  choose3: '3',
  choose4: '4',
  fill: 'Enter',
  spoken: 'e',
  dismiss: 'x',
  hand: 'h',
  prompt: 'p',
  lack: 'g',
  wordings: 'm',
  search: '/',
  write: 'w',
  note: 'b',
  rewind: 'r',
  alarm: 'a',
  segment: 'n',
  segmentBack: 'u',
  plan: 'y',
  profile: 'f',
  sheet: '?',
};

/** Keys that work besides, whatever was chosen. */
export const fixedKeys: Partial<Record<KeyAct, string>> = {
  next: 'ArrowDown',
  previous: 'ArrowUp',
  dismiss: 'Delete',
};

/** A key as it is kept and compared. */
export const keyOf = (key: string): string => (key.length === 1 ? key.toLowerCase() : key);

/** A key as it is shown: J, Enter. */
export const keyName = (key: string): string => (key.length === 1 ? key.toUpperCase() : key);

/** May this key be chosen? Only what types one character, and Enter: the others have a meaning on every page. */
export const isFree = (key: string): boolean =>
  key === 'Enter' || ([...key].length === 1 && key.trim() !== '');

/** The act that has this key already, besides `act`; null when it is free. */
export const actOn = (keys: Keys, key: string, act: KeyAct): KeyAct | null =>
  keyActs.find((other) => other !== act && keys[other] === keyOf(key)) ?? null;

/** Whatever was stored, as keys: what is missing, not free or there twice becomes the default. */
export function readKeys(stored: unknown): Keys {
  const chosen = (stored ?? {}) as Partial<Record<KeyAct, unknown>>;
  const keys = { ...defaultKeys };
  for (const act of keyActs) {
    const key = chosen[act];
    if (typeof key === 'string' && isFree(key)) keys[act] = keyOf(key);
  }
  const isClear = new Set(Object.values(keys)).size === keyActs.length;
  return isClear ? keys : defaultKeys;
}
