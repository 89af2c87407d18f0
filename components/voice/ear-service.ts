import * as compiler from '../../lib/compliance/index.ts';
import type { Transcriber } from '../../lib/llm/transcribers.ts';
import type { Database } from '../../lib/log/database.ts';
import { createCheckers } from '../../lib/log/judging.ts';
import { readSession, watch } from '../../lib/log/reader.ts';
import { readTranscriber } from '../../lib/log/transcriber.ts';
import { type Request, type Response, send } from '../../lib/messages.ts';
import type { Session } from '../../lib/model.ts';
import { createTurns } from '../../lib/voice/turns.ts';
import { createRecorder } from '../panel/recorder.ts';
import { openSoundFor } from './hearing.ts';
import { createSessionEar, type SessionEar } from './session-ear.ts';
import { closeSound } from './sound.ts';

type Asked = Request<'ui-ear:listen'>;

/** A room whose page is gone for so long (ms) is over, though nobody said so. */
const longestAbsence = 10 * 60_000;
const rest = () => new Promise<void>((done) => setTimeout(done, 2000));

/** Listens for one session at a time and writes what it hears into that session's log. Asked twice, it does both in turn. */
export function createEarService(db: Database, absence = longestAbsence) {
  const inTurn = createTurns();
  const checkers = createCheckers(db, compiler);
  const recorders = new Map<string, ReturnType<typeof createRecorder>>();
  let current: { ear: SessionEar; leave(): void } | null = null;

  /** One for each session, so that its log has the end before what begins anew. */
  function recorderOf(session: string) {
    const recorder =
      recorders.get(session) ??
      createRecorder({
        session,
        stream: crypto.randomUUID(),
        send: (batch) => send('ui-bg:append', batch),
        rest,
        onWaiting: () => {},
      });
    recorders.set(session, recorder);
    return recorder;
  }

  async function listen(asked: Asked): Promise<Response<'ui-ear:listen'>> {
    const transcriber = await readTranscriber(db);
    if (!transcriber) return { ok: false, why: 'no-recogniser' };
    const opened = await openSoundFor(transcriber, asked.source, asked.stream);
    if (!opened.ok) return opened;
    await end();
    const ear = createSessionEar(asked, opened.sound, {
      checkers,
      record: recorderOf(asked.session).record,
      onLost: () => void inTurn(() => endOf(ear, 'lost')),
    });
    try {
      await ear.begin(transcriber);
    } catch {
      closeSound(opened.sound);
      return { ok: false, why: 'failed' };
    }
    current = { ear, leave: follow(ear, asked.session, transcriber) };
    return { ok: true };
  }

  /** Sees to it that nobody is listened to after the session, or by a recogniser that was put away. */
  function follow(ear: SessionEar, session: string, first: Transcriber): () => void {
    let known = first.savedAt;
    let gone: ReturnType<typeof setTimeout> | undefined;
    const leaves = [
      watch(
        () => readSession(db, session),
        (now) => {
          if (now?.endedAt !== null) return void inTurn(() => endOf(ear));
          if (isShown(now)) {
            clearTimeout(gone);
            gone = undefined;
          } else gone ??= setTimeout(() => void inTurn(() => endOf(ear)), absence);
        },
        () => {},
      ),
      watch(
        () => readTranscriber(db),
        (now) => {
          if (now?.savedAt === known) return;
          known = now?.savedAt ?? 0;
          void inTurn(() => change(ear, now));
        },
        () => {},
      ),
    ];
    return () => {
      clearTimeout(gone);
      for (const leave of leaves) leave();
    };
  }

  async function change(ear: SessionEar, transcriber: Transcriber | null): Promise<void> {
    if (current?.ear !== ear) return;
    try {
      if (transcriber) await ear.begin(transcriber);
      else await end();
    } catch {
      await end('lost');
    }
  }

  async function end(why?: 'lost'): Promise<void> {
    const was = current;
    current = null;
    was?.leave();
    await was?.ear.end(why);
  }
  const endOf = async (ear: SessionEar, why?: 'lost') => {
    if (current?.ear === ear) await end(why);
  };
  return {
    listen: (asked: Asked) => inTurn(() => listen(asked)),
    stop: () => inTurn(() => end()),
  };
}

/** Is a page of the room open? */
const isShown = ({ tabId, asideTab = null }: Session): boolean => (tabId ?? asideTab) !== null;
