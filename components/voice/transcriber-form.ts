import { type Transcriber, transcribers } from '../../lib/llm/transcribers.ts';
import { type EndpointProblem, readEndpoint } from '../settings/endpoint.ts';

/** What stands in the fields. The key that is stored never does. */
export interface Fields {
  preset: Transcriber['preset'];
  address: string;
  key: string;
  model: string;
  language: string;
}

export type Problem = EndpointProblem | 'no-model';

/** The fields as they stand before anything is typed. */
export const fieldsOf = (stored: Transcriber | null): Fields =>
  stored ? { ...stored, key: '', language: stored.language ?? '' } : fieldsOfPreset('siliconflow');

/** The fields as a preset fills them. */
export function fieldsOfPreset(preset: Transcriber['preset']): Fields {
  const { address, model, language = '' } = transcribers[preset];
  return { preset, address, key: '', model, language };
}

/** The fields as a recogniser with its match pattern ('' for the device), or the field that is wrong. */
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
  const address = fields.address.replace(/\/audio\/transcriptions\/?$/, '');
  const where = readEndpoint({ ...fields, address }, stored, transcribers[preset].needsKey);
  if (!where.ok) return where;
  const model = fields.model.trim();
  if (model === '') return { ok: false, problem: 'no-model' };
  const language = fields.language.trim();
  const transcriber = {
    preset,
    address: where.address,
    key: where.key,
    model,
    ...(language !== '' && { language }),
    savedAt: now,
  };
  return { ok: true, transcriber, origin: where.origin };
}
