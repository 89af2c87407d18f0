import type { Channel } from '../compliance/types.ts';
import type { Stretch } from '../index/maker.ts';
import type { Finding, LoggedEvent } from '../model.ts';
import { wordsOf } from '../reply/words.ts';
import type { FeedRow, RoomState } from '../room/state.ts';
import { count, getOr } from './counting.ts';
import { isOfDay } from './day.ts';
import { type Asked, type Digest, emptyDigest, type Found, type Minute } from './digest.ts';
import { shelfOf } from './shelf.ts';
import { toolsIn } from './tools.ts';

/** The rules, as far as a digest needs them. */
export interface Judge {
  version: string;
  /** `at`: when it was said (ms epoch), since rules may differ by the hour */
  check(text: string, channel: Channel, at: number): readonly Finding[];
}

/** Places that are kept of each finding. */
export const placesKept = 5;
/** A platform's clock is believed as long as it is not further off (ms). */
const plausible = { late: 30 * 60_000, early: 60_000 };
const longestText = 200;

/** What a stretch adds to its session's report. Pure; about 10 ms for a thousand comments, most of it the rules. */
export function digestOf(
  stretch: Pick<Stretch, 'first' | 'count' | 'events' | 'rows' | 'turns' | 'goods'> &
    Partial<Pick<Stretch, 'alarms'>> & { state?: Pick<RoomState, 'tools'> },
  judge: Judge | null,
): Digest {
  const { events, first } = stretch;
  const digest = {
    ...emptyDigest(),
    first,
    to: first + stretch.count,
    covered: stretch.count,
    alarms: [...(stretch.alarms ?? [])],
    tools: toolsIn(events, stretch.state?.tools.runs ?? []),
    unreadable: stretch.count - events.length,
  };
  if (judge) digest.found = { rules: judge.version, own: new Map(), viewers: new Map() };
  const rows = new Map(stretch.rows.map((row) => [row.seq, row]));
  const asks = new Map(
    stretch.turns.flatMap((turn) => ('question' in turn && !('wait' in turn) ? [[turn.seq, turn]] : [])),
  );
  const people = new Set<number>();
  const minutes = new Map<number, Minute>();
  let shelf = shelfOf(stretch.goods);
  let trouble: string | null | undefined;

  for (const event of events) {
    const at = momentOf(event);
    digest.from = Math.min(digest.from ?? at, at);
    digest.until = Math.max(digest.until ?? at, at);
    if (isOfDay(event)) digest.day.push(event);
    switch (event.kind) {
      case 'comment': {
        const row = rows.get(event.seq);
        if (row) addComment(row, at);
        break;
      }
      case 'goods':
        if (event.explaining !== shelf.explaining)
          digest.explained.push({ seq: event.seq, at, id: event.explaining });
        shelf = shelfOf(event);
        for (const { id, title, number } of event.items)
          digest.shelf.set(id, { seq: event.seq, title, ...(number !== undefined && { number }) });
        break;
      case 'metric': {
        const before = digest.metrics[event.name];
        const most = Math.max(before?.most ?? 0, event.value);
        digest.metrics[event.name] = { seq: event.seq, last: event.value, most };
        if (event.name === 'online') minuteOf(at, event.seq).online = { seq: event.seq, value: event.value };
        break;
      }
      case 'audience':
        digest.audience[event.what] = (digest.audience[event.what] ?? 0) + (event.count ?? 1);
        break;
      case 'health':
        if (event.trouble !== trouble) digest.troubles.push({ seq: event.seq, at, trouble: event.trouble });
        trouble = event.trouble;
        break;
      case 'gap': {
        const { seq, from, to, reason, lost, recovered = 0 } = event;
        digest.gaps.push({ seq, from, to, reason, lost, recovered });
        break;
      }
      case 'model':
        digest.models[event.outcome] = (digest.models[event.outcome] ?? 0) + 1;
        break;
      case 'suggestion':
        for (const { script, model } of event.replies) {
          const shown = { seq: event.seq, at, question: event.question, script: model ? 'draft' : script };
          const isKnown = digest.shown.some(
            (one) => one.question === shown.question && one.script === shown.script,
          );
          if (!isKnown) digest.shown.push(shown);
        }
        break;
      case 'lack': {
        const { seq, question, text, intent, undone: isUndone = false } = event;
        digest.lacks.push({ seq, question, text: text.slice(0, longestText), intent, isUndone });
        break;
      }
      case 'fill': {
        const { seq, question, script, model, edited, text, override } = event;
        digest.fills.push({
          seq,
          at,
          ...(question && { question }),
          ...(script && { script }),
          ...(model && { model }),
          ...(edited && { edited }),
          ...((edited || override || !script) && { text: text.slice(0, longestText) }),
          ...(override && {
            override: {
              reason: override.reason,
              terms: [...new Set(override.findings.map(({ canonical }) => canonical))],
            },
          }),
        });
        break;
      }
    }
  }
  for (const turn of stretch.turns) if (turn.what !== 'joined') digest.turns.push(turn);
  digest.people = Uint32Array.from(people).sort();
  digest.minutes = [...minutes.values()].sort((a, b) => a.at - b.at);
  return digest;

  function addComment(row: FeedRow, at: number): void {
    const { seq, text, reading } = row;
    if (row.backlog) {
      digest.backlog++;
      return;
    }
    const minute = minuteOf(at, seq);
    if (row.anchor) {
      digest.own++;
      minute.own++;
      if (digest.found && judge) note(digest.found.own, judge.check(text, 'public_reply', at), seq, text);
      return;
    }
    const person = hashOf(row.userId ?? row.nick);
    people.add(person);
    digest.comments++;
    minute.comments++;
    if (reading.isQuestion) minute.questions++;
    if (reading.sentiment === 'positive') minute.positive++;
    if (reading.sentiment === 'negative') minute.negative++;
    digest.intents[reading.intent] = (digest.intents[reading.intent] ?? 0) + 1;
    if (digest.found && judge) note(digest.found.viewers, judge.check(text, 'viewer_comment', at), seq, text);

    const words = wordsOf(text, shelf.names);
    for (const word of words.all) count(digest.words, word);
    const named = shelf.named(reading, words);
    for (const id of new Set([named, shelf.explaining])) {
      if (id === null) continue;
      const product = getOr(digest.products, id, () => ({ named: 0, during: 0, asked: 0 }));
      if (id === named) product.named++;
      if (id === shelf.explaining) product.during++;
      if (id === named && reading.isQuestion) product.asked++;
    }
    const turn = asks.get(seq);
    if (turn) addAsking(turn.question, turn.what === 'joined', row, person, named);
  }

  function addAsking(
    id: string,
    isJoined: boolean,
    row: FeedRow,
    person: number,
    product: string | null,
  ): void {
    const asked = getOr(
      digest.questions,
      id,
      (): Asked => ({
        intent: row.reading.intent,
        asks: 0,
        people: [],
        seq: row.seq,
        ...(product !== null && { product }),
      }),
    );
    if (!isJoined) asked.text ??= row.text.slice(0, longestText);
    asked.asks++;
    asked.people.push(person);
  }

  function minuteOf(at: number, seq: number): Minute {
    const start = at - (at % 60_000);
    return getOr(minutes, start, () => ({
      at: start,
      seq,
      comments: 0,
      questions: 0,
      positive: 0,
      negative: 0,
      own: 0,
    }));
  }
}

/** When it happened, by the platform's clock as long as that can be. */
function momentOf({ at, seenAt }: LoggedEvent): number {
  const isPlausible = at >= seenAt - plausible.late && at <= seenAt + plausible.early;
  return isPlausible ? at : seenAt;
}

function note(found: Map<string, Found>, findings: readonly Finding[], seq: number, text: string): void {
  for (const { rule, canonical: term, severity, category, basis, rewrites, start, end } of findings) {
    if (severity === 'S0') continue;
    const one = getOr(found, `${rule} ${term}`, () => ({
      rule,
      term,
      severity,
      category,
      basis,
      rewrites: rewrites.slice(0, 3),
      count: 0,
      at: [],
    }));
    one.count++;
    if (one.at.length < placesKept && one.at.at(-1)?.seq !== seq)
      one.at.push({ seq, text: text.slice(0, longestText), start, end });
  }
}

/** 32-bit FNV-1a: enough to count people, and no name is kept. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
