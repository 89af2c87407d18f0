import type { Session } from '../model.ts';
import type { Database, LoosePage } from './database.ts';

/** What an append stored: the session as it stands now, and its new page. */
export interface Stored {
  session: Session;
  page: LoosePage;
}

const channelOf = (db: Database): string => `${db.name} appended`;

/** Tells all pages of this browser what was stored: who has all before it need not read it from the disk. */
export function createTelling(db: Database): (stored: Stored) => void {
  const channel = new BroadcastChannel(channelOf(db));
  return (stored) => channel.postMessage(stored);
}

/** Listens to what is told of a session. Some may be missed: changes of the database say so. Returns the undo. */
export function hearAppended(db: Database, session: string, onStored: (stored: Stored) => void): () => void {
  const channel = new BroadcastChannel(channelOf(db));
  channel.onmessage = ({ data }: MessageEvent<Stored>) => {
    if (data.session.id === session) onStored(data);
  };
  return () => channel.close();
}
