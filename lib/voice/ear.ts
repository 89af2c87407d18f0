import type { Finding } from '../model.ts';
import { plausible } from './plausible.ts';

/** What became of a sentence. Times in ms epoch. */
export type Outcome =
  | { kind: 'spoken'; from: number; to: number; text: string; findings: Finding[]; rules: string; ms: number }
  | { kind: 'unheard'; from: number; to: number; why: string };

/** What a recogniser answers; a passing failure may be tried again, a lasting one wants a person. */
export type Heard = { ok: true; text: string } | { ok: false; why: string; isLasting: boolean };

/** When a sentence was spoken, up to its last sound (ms epoch). */
interface Span {
  from: number;
  to: number;
}

interface Options {
  /** judges in the host channel */
  judge(text: string): { findings: Finding[]; rules: string };
  /** called in the order of speaking; silence and music without words are not told */
  tell(outcome: Outcome): void;
  now(): number;
  rest(ms: number): Promise<void>;
}

/** Sentences that may be recognised at once, and those that may wait. */
const most = { atOnce: 2, waiting: 20 };
/** A sentence is tried again for so long after it was spoken, with these rests (ms). */
const patience = 20_000;
const rests = [400, 1200, 3000];
/** After a lasting failure nobody is asked for so long (ms). */
const quietAfter = 15_000;
/** A rule may begin in the sentence before when the breath between was as short (ms), so many letters back. */
const carry = { within: 1500, letters: 24 };

/** A recogniser that breaks has answered nothing. */
const broken: Heard = { ok: false, why: 'malformed', isLasting: false };

/** Has each sentence recognised and judged, in order; nothing is dropped unsaid, and nothing made up. */
export function createEar({ judge, tell, now, rest }: Options) {
  const tasks: { span: Span; recognise(): Promise<Heard>; outcome: Outcome | 'silence' | null }[] = [];
  const started = new WeakSet<object>();
  let running = 0;
  let silentUntil = 0;
  let before: { text: string; to: number } | null = null;

  /** What is found in the new words, and across the breath before them, by offsets into the new words. */
  function judgeAfter(text: string, from: number) {
    const alone = judge(text);
    if (!before || from - before.to > carry.within) return alone;
    const head = before.text.slice(-carry.letters);
    // only what neither half shows by itself: the words before must excuse nothing
    const across = judge(head + text).findings.flatMap((one) =>
      one.start < head.length && one.end > head.length
        ? [{ ...one, start: 0, end: one.end - head.length }]
        : [],
    );
    const isKnown = (end: number) => alone.findings.some((one) => one.start < end);
    return { ...alone, findings: [...across.filter(({ end }) => !isKnown(end)), ...alone.findings] };
  }

  async function hear({ from, to }: Span, recognise: () => Promise<Heard>): Promise<Outcome | 'silence'> {
    const unheard = (why: string): Outcome => ({ kind: 'unheard', from, to, why });
    for (let i = 0; ; i++) {
      if (now() < silentUntil) return unheard('paused');
      const began = now();
      const heard = await recognise().catch(() => broken);
      if (heard.ok) {
        const text = plausible(heard.text, to - from);
        if (text === '') return 'silence';
        if (text === null) return unheard('nonsense');
        return { kind: 'spoken', from, to, text, findings: [], rules: '', ms: now() - began };
      }
      if (heard.isLasting) silentUntil = now() + quietAfter;
      const pause = rests[i];
      if (heard.isLasting || pause === undefined || now() + pause - to > patience) return unheard(heard.why);
      await rest(pause);
    }
  }

  function tellReady(): void {
    while (tasks[0]?.outcome) {
      const { outcome } = tasks.shift()!;
      if (outcome === 'silence' || outcome === null) continue;
      if (outcome.kind === 'spoken') {
        Object.assign(outcome, judgeAfter(outcome.text, outcome.from));
        before = { text: outcome.text, to: outcome.to };
      }
      tell(outcome);
    }
  }

  function begin(): void {
    for (const task of tasks) {
      if (running >= most.atOnce) return;
      if (started.has(task)) continue;
      started.add(task);
      running++;
      void hear(task.span, task.recognise).then((outcome) => {
        running--;
        task.outcome = outcome;
        tellReady();
        begin();
      });
    }
  }

  return {
    /** How many sentences have not been told yet. */
    waiting: () => tasks.length,
    /** Takes the next sentence; `recognise` is asked in its turn, and again after a passing failure. */
    take(span: Span, recognise: () => Promise<Heard>): void {
      tasks.push({ span, recognise, outcome: null });
      const late = tasks.filter((task) => !started.has(task)).slice(0, -most.waiting);
      for (const task of late) {
        started.add(task);
        task.outcome = { kind: 'unheard', from: task.span.from, to: task.span.to, why: 'late' };
      }
      if (late.length > 0) tellReady();
      begin();
    },
    /** Takes nothing more; resolves when all that was taken has been told. */
    async finish(): Promise<void> {
      while (tasks.length > 0) await rest(100);
    },
  };
}
