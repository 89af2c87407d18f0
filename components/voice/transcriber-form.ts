import { readAddress } from '../../lib/llm/provider.ts';
import { type Transcriber, transcribers } from '../../lib/llm/transcribers.ts';

/** What stands in the fields. The key that is stored never does. */
export interface Fields {
  preset: Transcriber['preset'];
  address: string;
  key: string;
  model: string;
  language: string;
}

export type Problem = 'no-address' | 'not-https' | 'no-key' | 'key-of-other' | 'no-model';

/** The fields as they stand before anything is typed. */
export const fieldsOf = (stored: Transcriber | null): Fields =>
  stored ? { ...stored, key: '', language: stored.language ?? '' } : fieldsOfPreset('siliconflow');

/** The fields as a preset fills them. */
export function fieldsOfPreset(preset: Transcriber['preset']): Fields {
  const { address, model, language = '' } = transcribers[preset];
  return { preset, address, key: '', model, language };
}

/**
 * The fields as a recogniser with its match pattern ('' for the device), or the field that is wrong. An empty key
 * field means the stored key, but only for the host it was stored for: it must not go to another.
 */
export function readFields(
  fields: Fields,
  stored: Transcriber | null,
  now: number,
): { ok: true; transcriber: Transcriber; origin: string } | { ok: false; problem: Problem } {
  const { preset } = fields;
  if (preset === 'device') {
    const transcriber = { preset, address: '', key: '', model: '', savedAt: now };
    return { ok: true, transcriber, origin: '' };
  }
  const where = readAddress(fields.address.replace(/\/audio\/transcriptions\/?$/, ''));
  if (!where.ok) return { ok: false, problem: where.why };
  const isSameHost = stored !== null && URL.parse(stored.address)?.origin === new URL(where.address).origin;
  const key = fields.key.trim() || (isSameHost ? stored.key : '');
  if (key === '' && transcribers[preset].needsKey && !where.isLocal)
    return { ok: false, problem: stored?.key && !isSameHost ? 'key-of-other' : 'no-key' };
  const model = fields.model.trim();
  if (model === '') return { ok: false, problem: 'no-model' };
  const language = fields.language.trim();
  const transcriber = {
    preset,
    address: where.address,
    key,
    model,
    ...(language !== '' && { language }),
    savedAt: now,
  };
  return { ok: true, transcriber, origin: where.origin };
}
