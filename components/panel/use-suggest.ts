import { useCallback, useMemo, useRef } from 'react';
import { urges } from '../../lib/alarm/urge.ts';
import type { Grounds, ProductFacts } from '../../lib/assist/types.ts';
import type { Checker } from '../../lib/compliance/types.ts';
import type { ActEvent, PlatformId } from '../../lib/model.ts';
import { type Intent, replyLimit, type Script } from '../../lib/reply/types.ts';
import { isCalming } from '../../lib/room/alarms.ts';
import { calmingFor, isOfCalmingSet } from '../../lib/room/calming.ts';
import { wordingsOf } from '../../lib/room/question.ts';
import { calmGain, toneGain, toneOf } from '../../lib/room/tone.ts';
import { wordScript } from '../../lib/shop/words.ts';
import { sceneNow, segmentGain } from '../../lib/show/scene.ts';
import type { LiveRoom } from '../../lib/view/live.ts';
import type { Asked, Suggest, Suggestion } from '../room/actions.ts';
import type { Engine } from '../use-engine.ts';
import { useOf } from '../use-log.ts';
import type { OwnMatch } from './shelf-line.ts';
import type { Shelf } from './use-shelf.ts';

interface Options {
  engine: Engine | null;
  checker: Checker | null;
  platform: PlatformId | null;
  room: LiveRoom | null;
  /** null until the tables are read */
  shelf: Shelf | null;
}

/** Replies below a question. */
const offered = 3;
/** A model is given so many scripts. */
const grounds = 6;
/** The same replies are offered again and again: what the rules say of so many is remembered. */
const remembered = 500;
/** Nothing of these goes to a model. */
const unanswered: ReadonlySet<Intent> = new Set(['injection', 'spam', 'abuse']);

/** Finds replies for a question in the shop's scripts and ours: such as the rules of now let through and the product's facts bear out. */
export function useSuggest({ engine, checker, platform, room, shelf }: Options) {
  const latest = useRef(room);
  latest.current = room;
  const isCalm = useOf(room, (view) => isCalming(view.state)) ?? false;

  /** A script in the words it would have now; null when it is another product's, or something in it is not known. */
  const word = useCallback(
    (script: Script, product: ProductFacts | null): string | null => {
      const its = shelf?.products.find(({ id }) => id === script.product) ?? null;
      if (its && product && its.id !== product.id) return null;
      const turn = countFills(latest.current, script.id);
      const { text, open } = wordScript(script.text, { turn, product: product ?? its });
      return open.length > 0 ? null : text;
    },
    [shelf],
  );

  /** What the rules of now say of a text, by category. */
  const clear = useMemo(() => {
    if (!engine || !checker || !platform) return null;
    const known = new Map<string, ReturnType<Engine['clear']>>();
    return (text: string, category: ProductFacts['category']) => {
      const key = `${category ?? ''} ${text}`;
      const before = known.get(key);
      if (before) return before;
      const context = { channel: 'public_reply' as const, platform, ...(category && { category }) };
      const said = engine.clear(text, checker, context);
      if (known.size === remembered) known.clear();
      known.set(key, said);
      return said;
    };
  }, [engine, checker, platform]);

  const suggest = useCallback<Suggest>(
    (question, product) => {
      if (!engine || !clear || !shelf) return null;
      const tone = toneOf(question);
      const show = latest.current?.view().state.show;
      const scene = show ? sceneNow(show) : null;
      const check = (text: string) =>
        product && !engine.agreesWithFacts(text, product.facts)
          ? { ok: false as const }
          : clear(text, product?.category);
      const offer = (matches: readonly OwnMatch[]) => {
        const own = new Set(matches.filter(({ isOwn }) => isOwn).map(({ script }) => script));
        return engine
          .offer(matches, check, {
            word: (script) => word(script, product),
            gain: (script) =>
              toneGain(tone, script) + segmentGain(scene, script) + (isCalm ? calmGain(script) : 0),
            isPreferred: (script) => own.has(script),
          })
          .map(({ script, text }) => ({ script: script.id, text }));
      };
      /** The calming set comes in where the room is sour, before or behind what answers; who pushes stays away. */
      const calmed = (answers: readonly Suggestion[]): readonly Suggestion[] => {
        const turn = latest.current?.view().state.acts.filter(isCalmingFill).length ?? 0;
        const { scripts, isFirst } = calmingFor(question.reading, turn);
        const calming = scripts.flatMap(({ id, text }) => {
          const checked = check(text);
          return checked.ok ? [{ script: id, text: checked.text }] : [];
        });
        const rest = answers.filter(({ text }) => !urges(text));
        const most = Math.max(answers.length, offered);
        return (
          isFirst ? [...calming.slice(0, 2), ...rest] : [...rest.slice(0, most - 1), ...calming.slice(0, 1)]
        ).slice(0, most);
      };
      const found = shelf.search(question.text, question.reading, engine.lookedThrough);
      const told = (matches: readonly OwnMatch[]) => (isCalm ? calmed(offer(matches)) : offer(matches));
      return found instanceof Promise ? found.then(told) : told(found);
    },
    [engine, clear, shelf, word, isCalm],
  );

  /** What a model may rest its draft on. */
  const groundsOf = useCallback(
    async (question: Asked, product: ProductFacts | null): Promise<Grounds> => {
      const { text, reading, wordings } = question;
      const { scene, objection, viewer, isUpset } = toneOf(question);
      const isAnswered = engine && shelf && !unanswered.has(reading.intent);
      const matches = isAnswered ? await shelf.search(text, reading, grounds) : [];
      const worded = matches.flatMap(({ script, score }) => {
        const words = word(script, product);
        return words === null ? [] : [{ script: { ...script, text: words }, score }];
      });
      return {
        asked: [...new Set([text, ...(wordings ? wordingsOf({ wordings }) : []).map(([, one]) => one.text)])],
        sources: isAnswered ? engine.sourcesOf(worded, product) : [],
        limit: replyLimit,
        ...(product?.category && { category: product.category }),
        scene,
        ...(objection && { objection }),
        ...(viewer && { viewer }),
        ...((isUpset || isCalm) && { upset: true }),
      };
    },
    [engine, shelf, word, isCalm],
  );
  return { suggest, groundsOf };
}

const isCalmingFill = (act: ActEvent): boolean =>
  act.kind === 'fill' && act.script !== undefined && isOfCalmingSet(act.script);

/** How often a script was filled in this session: what its wordings take turns by. */
const countFills = (room: LiveRoom | null, script: string): number =>
  room?.view().state.acts.filter((act) => act.kind === 'fill' && act.script === script).length ?? 0;
