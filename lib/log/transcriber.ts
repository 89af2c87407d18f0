import { Transcriber } from '../llm/transcribers.ts';
import { isTranscriberAllowed } from '../policy/locks.ts';
import type { Database } from './database.ts';
import { PolicyError, readPolicyNow } from './policy.ts';

/** Who recognises the host's voice; null when nobody was chosen, what is stored no longer parses, or a company forbids it. */
export const readTranscriber = async (db: Database): Promise<Transcriber | null> => {
  const [stored, policy] = await Promise.all([db.settings.get('transcriber'), readPolicyNow(db)]);
  const transcriber = Transcriber.safeParse(stored?.value).data;
  return transcriber && isTranscriberAllowed(policy, transcriber.address) ? transcriber : null;
};

/** Sets who recognises, or with null forgets them and their key. Throws where a company forbids it. */
export const saveTranscriber = async (db: Database, transcriber: Transcriber | null): Promise<void> => {
  if (!transcriber) return db.settings.delete('transcriber');
  const policy = await readPolicyNow(db);
  if (!isTranscriberAllowed(policy, transcriber.address)) throw new PolicyError(transcriber.address, policy);
  await db.settings.put({ id: 'transcriber', value: Transcriber.parse(transcriber) });
};
