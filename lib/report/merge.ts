import type { Alarm } from '../alarm/alarm.ts';
import { count, getOr } from './counting.ts';
import {
  type Asked,
  type Digest,
  digestVersion,
  emptyDigest,
  type Found,
  type Minute,
  type ToolOutcome,
} from './digest.ts';
import { placesKept } from './digest-of.ts';

/**
 * Merges digests of one session into one. However the session was split, and in whatever order they come, the result
 * is the same as long as every stretch comes once.
 */
export function mergeDigests(digests: readonly Digest[]): Digest {
  const merging = mergeOneByOne(digests);
  let step = merging.next();
  while (!step.done) step = merging.next();
  return step.value;
}

/** The same digest after digest; tells of each how many events it covers. */
export function* mergeOneByOne(digests: readonly Digest[]): Generator<number, Digest, void> {
  const sorted = [...digests].sort((a, b) => a.first - b.first);
  const merged = emptyDigest();
  merged.version = digestVersion;
  merged.first = sorted[0]?.first ?? 0;
  const minutes = new Map<number, Minute>();
  const people = new Set<number>();
  const shown = new Set<string>();
  const rules = new Set<string>();
  const alarms = new Map<string, Alarm>();
  const tools = new Map<string, ToolOutcome>();

  for (const digest of sorted) {
    merged.to = Math.max(merged.to, digest.to);
    merged.covered += digest.covered;
    merged.unreadable += digest.unreadable;
    merged.from = least(merged.from, digest.from);
    merged.until = greatest(merged.until, digest.until);
    merged.comments += digest.comments;
    merged.backlog += digest.backlog;
    merged.own += digest.own;
    for (const minute of digest.minutes) addMinute(minutes, minute);
    for (const person of digest.people) people.add(person);
    addCounts(merged.intents, digest.intents);
    addCounts(merged.audience, digest.audience);
    addCounts(merged.models, digest.models);
    for (const [word, times] of digest.words) count(merged.words, word, times);
    for (const [id, talk] of digest.products) {
      const product = getOr(merged.products, id, () => ({ named: 0, during: 0, asked: 0 }));
      product.named += talk.named;
      product.during += talk.during;
      product.asked += talk.asked;
    }
    for (const [id, product] of digest.shelf) merged.shelf.set(id, product);
    append(merged.explained, digest.explained);
    for (const [id, question] of digest.questions) addQuestion(merged.questions, id, question);
    append(merged.turns, digest.turns);
    for (const one of digest.shown) {
      const key = `${one.question}\n${one.script}`;
      if (!shown.has(key)) merged.shown.push(one);
      shown.add(key);
    }
    append(merged.fills, digest.fills);
    append(merged.lacks, digest.lacks);
    append(merged.day, digest.day);
    for (const alarm of digest.alarms) alarms.set(alarm.id, alarm);
    for (const tool of digest.tools) tools.set(tool.id, tool);
    if (digest.found) {
      merged.found ??= { rules: '', own: new Map(), viewers: new Map() };
      for (const one of digest.found.rules.split('\n')) rules.add(one);
      addFound(merged.found.own, digest.found.own);
      addFound(merged.found.viewers, digest.found.viewers);
    }
    for (const [name, metric] of Object.entries(digest.metrics)) {
      const key = name as keyof Digest['metrics'];
      const most = Math.max(merged.metrics[key]?.most ?? 0, metric.most);
      merged.metrics[key] = { ...metric, most };
    }
    append(merged.gaps, digest.gaps);
    for (const one of digest.troubles)
      if (merged.troubles.at(-1)?.trouble !== one.trouble || merged.troubles.length === 0)
        merged.troubles.push(one);
    yield digest.covered;
  }
  merged.minutes = [...minutes.values()].sort((a, b) => a.at - b.at);
  merged.alarms = [...alarms.values()].sort((a, b) => a.seq - b.seq || a.at - b.at);
  merged.tools = [...tools.values()].sort((a, b) => a.seq - b.seq);
  merged.people = Uint32Array.from(people).sort();
  if (merged.found) merged.found.rules = [...rules].sort().join('\n');
  return merged;
}

const least = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.min(a, b);
const greatest = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.max(a, b);

/** A spread of a hundred thousand arguments would not fit the stack. */
function append<T>(all: T[], more: readonly T[]): void {
  for (const one of more) all.push(one);
}

function addCounts<K extends string>(
  counts: Partial<Record<K, number>>,
  more: Partial<Record<K, number>>,
): void {
  for (const key in more) counts[key] = (counts[key] ?? 0) + (more[key] ?? 0);
}

function addMinute(minutes: Map<number, Minute>, more: Minute): void {
  const minute = minutes.get(more.at);
  if (!minute) {
    minutes.set(more.at, { ...more });
    return;
  }
  minute.seq = Math.min(minute.seq, more.seq);
  minute.comments += more.comments;
  minute.questions += more.questions;
  minute.positive += more.positive;
  minute.negative += more.negative;
  minute.own += more.own;
  if (more.online && more.online.seq > (minute.online?.seq ?? -1)) minute.online = more.online;
}

function addQuestion(questions: Map<string, Asked>, id: string, more: Asked): void {
  const question = questions.get(id);
  if (!question) {
    questions.set(id, { ...more, people: [...more.people] });
    return;
  }
  // the earliest that is known tells what it was about
  if (question.text === undefined && more.text !== undefined) question.text = more.text;
  question.asks += more.asks;
  append(question.people, more.people);
}

function addFound(found: Map<string, Found>, more: ReadonlyMap<string, Found>): void {
  for (const [key, other] of more) {
    const one = found.get(key);
    const at = [...(one?.at ?? []), ...other.at].slice(0, placesKept);
    found.set(key, one ? { ...one, count: one.count + other.count, at } : other);
  }
}
