import { useCallback, useEffect, useState } from 'react';
import type { Checker } from '../../../lib/compliance/types.ts';
import { formatDay } from '../../../lib/i18n/format.ts';
import type { ShowPlan } from '../../../lib/model.ts';
import { type Check, checkBeforeLive } from '../../../lib/show/checklist.ts';
import { dueAt, startsOf } from '../../../lib/show/clock.ts';
import { useText } from '../../frame/use-text.ts';
import { useCheckAll } from '../../scripts/use-check-all.ts';
import { useJudgeReply } from '../../scripts/use-judge-reply.ts';
import { useHoldingRules, useLog, useProvider, useWatch } from '../../use-log.ts';
import { useProducts, useScripts } from '../../use-shop.ts';
import { namesOfListsAmiss } from './lists-amiss.ts';

interface Asked {
  plan: ShowPlan;
  checker: Checker | null;
  /** null when comments come in, else what is wrong; undefined while nobody knows */
  capture: string | null | undefined;
  /** the host's microphone, where somebody listens */
  voice: 'off' | { trouble: string | null };
}

/** What is ready before a broadcast and what is not; `again` asks the model and the scripts once more. */
export function useBeforeLive({ plan, checker, capture, voice }: Asked): {
  checks: Check[];
  again(): void;
} {
  const { rules: words, show, assist } = useText();
  const db = useLog();
  const rules = useHoldingRules();
  const [scripts] = useScripts();
  const [products] = useProducts();
  const [provider] = useProvider();
  const judge = useJudgeReply(checker);
  const { state: checked, start } = useCheckAll();
  const [model, setModel] = useState<'off' | { trouble: string | null }>();
  const [asked, ask] = useState(0);
  const amiss = useWatch(
    useCallback((log: typeof db) => namesOfListsAmiss(log, show.check, Date.now()), [show]),
  ).value;

  useEffect(() => {
    if (judge && scripts && products) void start(scripts, products, judge);
  }, [judge, scripts, products, start, asked]);
  useEffect(() => {
    if (provider === undefined || !rules) return;
    setModel(provider === null ? 'off' : undefined);
    if (provider === null) return;
    const stop = new AbortController();
    import('../../settings/try-provider.ts')
      .then(({ tryProvider }) => tryProvider(provider, rules, stop.signal))
      .then(
        (trial) => {
          if (!stop.signal.aborted)
            setModel({ trouble: trial.kind === 'failed' ? assist.failures[trial.failure.kind].what : null });
        },
        (error: unknown) => stop.signal.aborted || setModel({ trouble: String(error) }),
      );
    return () => stop.abort();
  }, [provider, rules, assist, asked]);

  const begin = dueAt(plan.startsAt, Date.now()) ?? Date.now();
  const until = Math.max(begin, Date.now()) + (startsOf(plan).at(-1) ?? 0) * 1000;
  const checks = checkBeforeLive({
    plan,
    judge: checker ? (text) => checker.check(text, { channel: 'host' }) : undefined,
    scripts: checked.kind === 'done' ? { all: checked.all, bad: checked.bad } : undefined,
    products,
    evidence: rules?.evidence,
    lists: amiss,
    capture,
    model,
    voice,
    until,
    nameOf: (paper) =>
      `${[words.evidenceKinds[paper.kind], paper.number].filter(Boolean).join(' ')} ${words.expired(formatDay(paper.until - 1))}`,
  });
  return { checks, again: () => ask((before) => before + 1) };
}
