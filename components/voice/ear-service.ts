import { compileRules, prepareRules } from '../../lib/compliance/index.ts';
import type { Checker } from '../../lib/compliance/types.ts';
import { transcriberName } from '../../lib/llm/transcribers.ts';
import type { Database } from '../../lib/log/database.ts';
import { createRuleReader } from '../../lib/log/lists.ts';
import { keepRuleSet } from '../../lib/log/rule-sets.ts';
import { createRuleSource } from '../../lib/log/rules.ts';
import { readTranscriber } from '../../lib/log/transcriber.ts';
import { type Request, type Response, send } from '../../lib/messages.ts';
import type { Outcome } from '../../lib/voice/ear.ts';
import { createRecorder } from '../panel/recorder.ts';
import { type Hearing, startHearing } from './hearing.ts';
import { openPulses } from './pulses.ts';
import { openSound } from './sound.ts';

type Asked = Request<'ui-ear:listen'>;

/** Rules are read again when a sentence is judged so long after the last time (ms). */
const fresh = 1000;
/** This page is told no permissions: whoever switched it on has looked. */
const world = { now: Date.now, isOnline: () => navigator.onLine, mayReach: async () => true };
const rest = () => new Promise<void>((done) => setTimeout(done, 2000));

/** Listens for one session at a time and writes what it hears into that session's log. */
export function createEarService(db: Database) {
  const pulses = openPulses();
  const prepared = prepareRules();
  const rulesOf = createRuleSource(createRuleReader(db), (rules) => {
    const compiled = compileRules(rules, Date.now, prepared);
    const kept = { version: compiled.version, builtIn: prepared.hash, settings: rules, at: Date.now() };
    // judging waits for no disk
    keepRuleSet(db, kept).catch(() => {});
    return compiled;
  });
  let hearing: Hearing | null = null;

  async function listen(asked: Asked): Promise<Response<'ui-ear:listen'>> {
    await stop();
    const transcriber = await readTranscriber(db);
    if (!transcriber) return { ok: false, why: 'no-recogniser' };
    const opened = await openSound(asked.source, asked.stream);
    if (!opened.ok) return opened;
    const { session, platform, room } = asked;
    const place = { platform, room };
    const { record } = createRecorder({
      session,
      stream: crypto.randomUUID(),
      send: (batch) => send('ui-bg:append', batch),
      rest,
      onWaiting: () => {},
    });
    const by = transcriberName(transcriber);
    let checker: Checker = await rulesOf({ place });
    let readAt = Date.now();
    const renew = async () => {
      readAt = Date.now();
      checker = await rulesOf({ place });
    };
    const tell = (outcome: Outcome) => {
      const stamp = { at: outcome.to, seenAt: Date.now() };
      if (outcome.kind === 'unheard') record({ ...outcome, ...stamp });
      else record({ ...outcome, ...stamp, by });
    };
    const ended = (why?: 'lost') =>
      record({ kind: 'listen', at: Date.now(), seenAt: Date.now(), source: null, ...(why && { why }) });

    record({ kind: 'listen', at: Date.now(), seenAt: Date.now(), source: asked.source, by });
    const started = await startHearing({
      sound: opened.sound,
      source: asked.source,
      transcriber,
      world,
      judge: (text) => ({
        findings: checker.check(text, { channel: 'host', session, ...place }),
        rules: checker.version,
      }),
      tell,
      onPulse: (pulse) => {
        pulses.tell({ session, ...pulse });
        if (Date.now() - readAt > fresh) void renew();
      },
      onLost: () => void own.stop('lost'),
    });
    const own = {
      async stop(why?: 'lost') {
        if (hearing === own) hearing = null;
        await started.stop();
        ended(why);
      },
    };
    hearing = own;
    return { ok: true };
  }

  async function stop(): Promise<void> {
    await hearing?.stop();
  }
  return { listen, stop };
}
