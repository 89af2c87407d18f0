/** What a list says of itself, in comments at its top or fields beside its words. */
export interface Header {
  name?: string;
  /** ms until it should be asked for again */
  expires?: number;
  /** the publisher's own, as written */
  version?: string;
  /** Ed25519 public key, 32 bytes in base64 */
  key?: string;
}

const hour = 3_600_000;
const longestName = 60;
const fields: [field: keyof Header, names: RegExp][] = [
  ['name', /^(title|name|名称|标题)$/i],
  ['expires', /^(expires|更新周期|有效期)$/i],
  ['version', /^(version|版本)$/i],
  ['key', /^(key|public[ -]?key|公钥)$/i],
];

/** Takes a field over when it is one; the first one of a name counts. */
export function takeField(header: Header, name: string, value: string | number): void {
  const field = fields.find(([, names]) => names.test(name.trim()))?.[0];
  if (!field || header[field] !== undefined) return;
  const text = String(value).trim();
  if (field === 'expires') {
    const ms = spanOf(text);
    if (ms !== null) header.expires = ms;
  } else if (field === 'key') {
    if (/^[\w+/-]{43}=?$/.test(text)) header.key = text;
  } else if (text) header[field] = text.slice(0, longestName);
}

/** “4 days”, “12 hours”, “3天”; a bare number is days, as filter lists have it. */
function spanOf(text: string): number | null {
  const [, count, unit = ''] = /^(\d{1,4})\s*([a-z小时天日]*)/i.exec(text) ?? [];
  if (!count) return null;
  return Number(count) * (/^(h|小时)/i.test(unit) ? hour : 24 * hour);
}
