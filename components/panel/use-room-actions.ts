import { type RefObject, useEffect, useMemo, useRef } from 'react';
import type { Checker, ProductCategory, Term } from '../../lib/compliance/types.ts';
import { watch } from '../../lib/log/reader.ts';
import { readRules } from '../../lib/log/rules.ts';
import { send } from '../../lib/messages.ts';
import type { ActEvent, Session } from '../../lib/model.ts';
import { cardOf } from '../../lib/prompter/card.ts';
import { replyLimit } from '../../lib/reply/types.ts';
import type { FillOutcome, RoomActions } from '../room/actions.ts';
import type { Engine } from '../use-engine.ts';
import { useLog } from '../use-log.ts';
import { useRecorder } from './use-recorder.ts';

async function fillBox(tab: number | null, frame: number, text: string): Promise<FillOutcome> {
  if (tab === null) return { ok: false, reason: 'unreachable' };
  return send('ui-cs:fill', { text }, tab, frame).catch(
    () => ({ ok: false, reason: 'unreachable' }) as const,
  );
}

/** What a person can do in this room, written down as it is done; null until the rules are compiled. */
export function useRoomActions(
  session: Session | null,
  engine: Engine | null,
  checker: Checker | null,
): { actions: RoomActions | null; unwritten: number } {
  const id = session?.id;
  const tab = session?.tabId ?? null;
  const frame = session?.frameId ?? 0;
  const platform = session?.platform;

  const { recorder, unwritten } = useRecorder(id);
  const own = useOwnTerms();
  const actions = useMemo<RoomActions | null>(() => {
    if (!recorder || !engine || !checker || !platform) return null;
    const shown = new Set<string>();
    const inReply = (category?: ProductCategory) => ({
      channel: 'public_reply' as const,
      platform,
      ...(category && { category }),
    });
    const stamp = () => ({ at: Date.now(), seenAt: Date.now() });
    return {
      limit: replyLimit,
      clear(text, category) {
        const cleared = engine.clear(text, checker, inReply(category));
        return cleared.ok ? cleared.text : null;
      },
      overrule: (text, reason, category) => engine.overrule(text, reason, checker, inReply(category)),
      async fill({ text, question, script, edited, model, override }) {
        const outcome = await fillBox(tab, frame, text);
        if (outcome.ok) {
          recorder.record({
            kind: 'fill',
            ...stamp(),
            text,
            ...(question !== undefined && { question }),
            ...(script !== undefined && { script }),
            ...(edited && { edited }),
            ...(model !== undefined && { model }),
            ...(override && { override: { ...override, findings: override.findings.slice(0, 50) } }),
            rules: checker.version,
          });
        }
        return outcome;
      },
      restore: (previous) => fillBox(tab, frame, previous),
      close: (question, how) => recorder.record({ kind: 'answer', ...stamp(), question, how }),
      hand: (question, isBack) =>
        recorder.record({ kind: 'hand', ...stamp(), question, ...(isBack && { undone: true }) }),
      lack: ({ id, text, reading }, product, isBack) =>
        recorder.record({
          kind: 'lack',
          ...stamp(),
          question: id,
          text,
          intent: reading.intent,
          ...(product && { product: product.id }),
          ...(isBack && { undone: true }),
        }),
      split: (question, wording, into) =>
        recorder.record({ kind: 'split', ...stamp(), question, wording, into }),
      join: (question) => recorder.record({ kind: 'join', ...stamp(), question }),
      prompt({ words, ...wish }) {
        const { category } = wish.product ?? {};
        const cleared =
          words === ''
            ? null
            : engine.clear(words, checker, { channel: 'host', platform, ...(category && { category }) });
        if (cleared?.ok === false) return false;
        const card = cardOf({ ...wish, answer: cleared?.text ?? null }, checker, own.current);
        recorder.record({ kind: 'prompt', ...stamp(), card });
        return true;
      },
      turn: (to) => recorder.record({ kind: 'prompt-turn', ...stamp(), to }),
      drafted: (drafted) => recorder.record({ kind: 'model', ...stamp(), ...drafted }),
      record: (act) => recorder.record({ ...act, ...stamp() } as ActEvent),
      showed(question, replies) {
        // the same script in other words is news: an auditor asks what was shown
        const key = JSON.stringify([question, replies.map(({ script, text }) => [script, text])]);
        if (shown.has(key)) return;
        shown.add(key);
        recorder.record({
          kind: 'suggestion',
          ...stamp(),
          question,
          replies: [...replies],
          rules: checker.version,
        });
      },
    };
  }, [recorder, engine, checker, platform, tab, frame]);

  return { actions, unwritten };
}

/** The shop's own words, for what is asked in a moment: nothing is drawn when they change. */
function useOwnTerms(): RefObject<readonly Term[]> {
  const db = useLog();
  const own = useRef<readonly Term[]>([]);
  useEffect(
    () =>
      watch(
        () => readRules(db),
        ({ terms }) => {
          own.current = terms;
        },
        () => {},
      ),
    [db],
  );
  return own;
}
