import { useEffect, useMemo, useRef, useState } from 'react';
import type { Drafted } from '../../lib/assist/drafter.ts';
import type { Checker, ProductCategory } from '../../lib/compliance/types.ts';
import type { ModelEvent, Session } from '../../lib/model.ts';
import type { LiveRoom } from '../../lib/view/live.ts';
import { world } from '../reach.ts';
import type { Drafts, RoomActions } from '../room/actions.ts';
import type { Engine } from '../use-engine.ts';
import { useOf, useProvider } from '../use-log.ts';

interface Options {
  session: Session | null;
  room: LiveRoom | null;
  engine: Engine | null;
  checker: Checker | null;
  groundsOf: Drafts['groundsOf'];
  actions: RoomActions | null;
}

/** A model's drafts for this room; null until a provider is set, and everything works without. */
export function useDrafts({ session, room, engine, checker, groundsOf, actions }: Options): Drafts | null {
  const [provider] = useProvider();
  const assistant = useAssistant(provider != null);
  // before, it is not known how many calls the session has made
  const isComplete = useOf(room, (view) => view.isComplete) ?? false;
  const latest = useRef(actions);
  latest.current = actions;
  const platform = session?.platform;

  const drafts = useMemo<Drafts | null>(() => {
    if (!provider || !assistant || !engine || !checker || !room || !isComplete || !platform) return null;
    const model = `${provider.preset}/${provider.model}`;
    const check = (text: string, category?: ProductCategory) =>
      engine.clear(text, checker, { channel: 'public_reply', platform, ...(category && { category }) });
    const drafter = assistant.createDrafter({
      talk: assistant.connect(provider, world).talk,
      check,
      budget: provider,
      calls: room.view().state.modelCalls,
      now: Date.now,
      onDrafted: (drafted) => latest.current?.drafted({ model, ...noteOf(drafted) }),
    });
    return { drafter, model, groundsOf };
  }, [provider, assistant, engine, checker, room, isComplete, platform, groundsOf]);

  useEffect(() => () => drafts?.drafter.stop(), [drafts]);
  return drafts;
}

type Assistant = typeof import('../assistant.ts');

/** Loads what talks to a model, once somebody wants it; without it the room is as it was. */
function useAssistant(isWanted: boolean): Assistant | null {
  const [assistant, setAssistant] = useState<Assistant | null>(null);
  useEffect(() => {
    if (isWanted) void import('../assistant.ts').then(setAssistant, () => {});
  }, [isWanted]);
  return assistant;
}

type Note = Omit<ModelEvent, 'kind' | 'at' | 'seenAt' | 'model'>;

function noteOf({ card, outcome, calls, ms }: Drafted): Note {
  const note = { question: card, calls, ms: Math.round(ms) };
  switch (outcome?.kind) {
    case 'ready':
    case 'spent':
      return { ...note, outcome: outcome.kind };
    case 'dropped':
      return { ...note, outcome: 'dropped', why: outcome.why };
    case 'failed':
      return { ...note, outcome: 'failed', why: outcome.failure.kind };
    default:
      return { ...note, outcome: 'left' };
  }
}
