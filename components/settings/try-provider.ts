import type { Drop, Grounds } from '../../lib/assist/types.ts';
import { clear, compileRules } from '../../lib/compliance/index.ts';
import type { RuleSettings } from '../../lib/compliance/types.ts';
import type { Failure } from '../../lib/llm/failure.ts';
import type { Provider } from '../../lib/llm/provider.ts';
import { world } from '../reach.ts';

/** How a trial went: times in ms from the first call. */
export type Trial =
  | { kind: 'works'; text: string; first: number; whole: number }
  | { kind: 'dropped'; why: Drop }
  | { kind: 'failed'; failure: Failure };

/** A question of no room, so that nothing of a viewer goes out. */
const sample: Grounds = {
  asked: ['几天能到呀'],
  sources: [{ id: 's1', text: '发货后三到五天到，偏远地区多两天' }],
  limit: 50,
};

/** Has a sample question drafted, the way a room's are. */
export async function tryProvider(
  provider: Provider,
  rules: RuleSettings,
  signal: AbortSignal,
): Promise<Trial> {
  const { connect, draftAnswer } = await import('../assistant.ts');
  const checker = compileRules(rules);
  const start = performance.now();
  let first = 0;
  let trial: Trial = { kind: 'failed', failure: { kind: 'aborted' } };
  const steps = draftAnswer(sample, {
    talk: connect(provider, world).talk,
    check: (text) => clear(text, checker, { channel: 'public_reply' }),
    pay: () => ({ ok: true }),
    signal,
  });
  for await (const step of steps) {
    const now = performance.now() - start;
    if (step.kind === 'writing') first ||= now;
    if (step.kind === 'ready') trial = { kind: 'works', text: step.text, first: first || now, whole: now };
    if (step.kind === 'dropped') trial = { kind: 'dropped', why: step.why };
    if (step.kind === 'failed') trial = { kind: 'failed', failure: step.failure };
  }
  return trial;
}

/** The models a provider offers. */
export async function listModels(provider: Provider, signal: AbortSignal) {
  const { connect } = await import('../assistant.ts');
  return connect(provider, world).models(signal);
}
