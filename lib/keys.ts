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

/**
 * Whatever was stored, as keys. What a person chose stays: a default that it stands on, such as that of an act that came
 * later, gives way, and that act has no key (''). Of a key that was stored twice the first act keeps it.
 */
export function readKeys(stored: unknown): Keys {
  const chosen = (stored ?? {}) as Partial<Record<KeyAct, unknown>>;
  const taken = new Set<string>();
  const found: Partial<Keys> = {};
  const give = (act: KeyAct, key: unknown) => {
    if (typeof key !== 'string' || !isFree(key) || taken.has(keyOf(key))) return;
    taken.add(keyOf(key));
    found[act] = keyOf(key);
  };
  for (const act of keyActs) give(act, chosen[act]);
  for (const act of keyActs) if (found[act] === undefined && chosen[act] !== '') give(act, defaultKeys[act]);
  return Object.fromEntries(keyActs.map((act) => [act, found[act] ?? ''])) as Keys;
}
