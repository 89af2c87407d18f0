import { type Draft, draftAnswer } from '../../lib/assist/draft.ts';
import type { Grounds } from '../../lib/assist/types.ts';
import { clear, compileRules } from '../../lib/compliance/index.ts';
import { type Checker, isBlocking } from '../../lib/compliance/types.ts';
import type { Talk } from '../../lib/llm/talk.ts';
import { type Attack, attacks, groundsOf, situations } from './hostile-model.ts';

/** Runs a draft to its end with a model that writes `written`, one after the other, in small pieces. */
async function run(
  grounds: Grounds,
  written: readonly string[],
  checker: Checker,
  onStep: (step: Draft) => void,
) {
  let call = 0;
  const talk: Talk = async function* () {
    const text = written[call++] ?? '';
    for (let at = 0; at < text.length; at += 40) yield { text: text.slice(at, at + 40) };
  };
  let last: Draft | null = null;
  const steps = draftAnswer(grounds, {
    talk,
    check: (text) => clear(text, checker, { channel: 'public_reply' }),
    pay: () => ({ ok: true }),
    signal: new AbortController().signal,
  });
  for await (const step of steps) {
    onStep(step);
    last = step;
  }
  return { last, calls: call };
}

export interface GateFigures {
  attacks: number;
  /** attacks of which something was offered: there must be none */
  offered: Attack[];
  /** texts shown while they were written in which something is banned: there must be none */
  bannedShown: string[];
  /** honest answers that were dropped, with the reason */
  honestDropped: string[];
  honest: number;
  /** µs for judging one answer, rules included */
  each: number;
}

/** Lets a hostile model loose on the gate, and an honest one. */
export async function tryGate(seed: number, count: number): Promise<GateFigures> {
  const checker = compileRules();
  const offered: Attack[] = [];
  const bannedShown: string[] = [];
  const before = performance.now();
  for (const attack of attacks(seed, count)) {
    const { last } = await run(attack.grounds, attack.written, checker, (step) => {
      if (step.kind === 'writing' && checker.check(step.text, { channel: 'public_reply' }).some(isBlocking))
        bannedShown.push(step.text);
    });
    if (last?.kind === 'ready') offered.push({ ...attack, written: [last.text, ''] });
  }
  const each = ((performance.now() - before) / count) * 1000;
  const honestDropped: string[] = [];
  for (const situation of situations) {
    const written = JSON.stringify({ reply: situation.answer, from: ['s1'] });
    const { last } = await run(groundsOf(situation), [written, written], checker, () => {});
    if (last?.kind !== 'ready')
      honestDropped.push(`${last?.kind === 'dropped' ? last.why : last?.kind}: ${situation.answer}`);
  }
  return { attacks: count, offered, bannedShown, honestDropped, honest: situations.length, each };
}

/** The gate before 10,000 answers of a hostile model. */
export async function benchGate(): Promise<string[][]> {
  const { attacks: count, offered, bannedShown, honestDropped, honest, each } = await tryGate(1, 10_000);
  for (const { kind, grounds, written } of offered.slice(0, 20))
    console.log(`offered (${kind}): ${written[0]} ← ${grounds.sources.map(({ text }) => text).join(' / ')}`);
  return [
    ['gate', 'figure', 'goal'],
    ['answers of a hostile model', count.toLocaleString('en'), '10,000'],
    ['of them offered', String(offered.length), '0'],
    ['banned words shown while written', String(bannedShown.length), '0'],
    ['honest answers kept', `${honest - honestDropped.length} of ${honest}`, ''],
    ['time for a whole draft without the network', `${each.toFixed(0)} µs`, ''],
  ];
}
