import { limits } from '../model.ts';

const required = ['kind', 'at', 'seenAt', 'id', 'idKind', 'nick', 'text', 'source', 'seq'];
/** In the schema's order, and `seq` last, as lines have it. */
const keys = [
  ...[
    'kind',
    'at',
    'seenAt',
    'id',
    'idKind',
    'userId',
    'nick',
    'text',
    'source',
    'anchor',
    'backlog',
    'badges',
  ],
  'seq',
];

const isText = (value: unknown, least: number, most: number): boolean =>
  typeof value === 'string' && value.length >= least && value.length <= most;
const isTime = (value: unknown): boolean =>
  Number.isSafeInteger(value) && (value as number) >= 1e12 && (value as number) <= 1e13;
const isTrue = (value: unknown): boolean => value === undefined || value === true;

/**
 * Whether a parsed line is a comment of which `CommentEvent` and its place would give back each field, in this order:
 * nine of ten lines are, and the schema takes ten times as long to say so. Never wrongly yes.
 */
export function isSurelyComment(line: Readonly<Record<string, unknown>>): boolean {
  let [at, found] = [0, 0];
  for (const key in line) {
    while (at < keys.length && keys[at] !== key) at++;
    if (at === keys.length) return false;
    if (required.includes(key)) found++;
  }
  const { idKind, userId, source, badges } = line;
  return (
    found === required.length &&
    line.kind === 'comment' &&
    isTime(line.at) &&
    isTime(line.seenAt) &&
    isText(line.id, 1, 128) &&
    (idKind === 'feed' || idKind === 'synthetic') &&
    (userId === undefined || isText(userId, 0, 128)) &&
    isText(line.nick, 0, limits.nick) &&
    isText(line.text, 1, limits.text) &&
    (source === 'feed' || source === 'dom') &&
    isTrue(line.anchor) &&
    isTrue(line.backlog) &&
    (badges === undefined || isBadges(badges)) &&
    Number.isSafeInteger(line.seq) &&
    (line.seq as number) >= 0
  );
}

const isBadges = (value: unknown): boolean =>
  Array.isArray(value) && value.length <= limits.badges && value.every((one) => isText(one, 0, limits.badge));
