import { Transcriber } from '../llm/transcribers.ts';
import type { Database } from './database.ts';

/** Who recognises the host's voice; null when nobody was chosen, or what is stored no longer parses. */
export const readTranscriber = async (db: Database): Promise<Transcriber | null> =>
  Transcriber.safeParse((await db.settings.get('transcriber'))?.value).data ?? null;

/** Sets who recognises, or with null forgets them and their key. */
export const saveTranscriber = async (db: Database, transcriber: Transcriber | null): Promise<void> => {
  if (transcriber) await db.settings.put({ id: 'transcriber', value: Transcriber.parse(transcriber) });
  else await db.settings.delete('transcriber');
};
