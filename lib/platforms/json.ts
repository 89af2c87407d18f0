const bareLongNumber = /[:[,]\s*-?\d{16,}/;

/**
 * Parses JSON without losing digits: integers above 2^53 become strings, because the
 * platforms' ids have 19 digits and sometimes come unquoted. Undefined for what does not parse.
 */
export function parseJson(text: string): unknown {
  try {
    return bareLongNumber.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text);
  } catch {
    return undefined;
  }
}

// `context` is newer than the type library
const keepDigits = (_key: string, value: unknown, context?: { source?: string }): unknown =>
  typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)
    ? (context?.source ?? String(value))
    : value;

export type Json = Readonly<Record<string, unknown>>;

/** The value as an object to look into; an empty one for everything else. */
export const objectOf = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A string, or nothing. */
export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** A finite number, also when it came as digits; nothing for other things, whatever they say they are. */
export function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{1,15}(\.\d{1,9})?$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** An id as a string, also when it came as a number; nothing for 0, blank and other things. */
export function idOf(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value > 0 ? String(value) : undefined;
  if (typeof value !== 'string' || value === '' || value === '0') return undefined;
  return value.length <= 128 ? value : undefined;
}
