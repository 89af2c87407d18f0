import { ListContent, listGroups } from '../lists/word-list.ts';
import { Finding } from '../model.ts';
import { z } from '../zod.ts';

const Time = z.number().int().min(0).max(1e13);
const Count = z.number().int().min(0).max(1e9);
const Id = z.string().max(200);
const Name = z.string().max(200);
const Hash = z.string().max(128);
const Who = z.string().max(200);

/** Rule settings as far as restoring goes: the checker's own door reads what is in them. */
const RulesRow = z.looseObject({
  terms: z.array(z.unknown()),
  allow: z.array(z.unknown()),
});

const RuleSetRow = z.looseObject({
  version: z.string().max(40),
  builtIn: z.string().max(64),
  settings: RulesRow,
  lists: z.array(z.object({ id: Id, name: Name, hash: Hash })).optional(),
  at: Time,
});

const ListRow = z.looseObject({
  id: Id,
  name: Name,
  group: z.enum(listGroups),
  version: Count,
  hash: Hash,
  terms: Count,
  phrases: Count,
  updatedAt: Time,
  note: z.string().max(2000).optional(),
});

const SubscriptionRow = z.looseObject({
  id: Id,
  url: z.string().max(4000).startsWith('https://'),
  expires: z.number().min(0),
  checkedAt: Time,
  goodAt: Time,
  failures: Count,
  trouble: z.string().max(40).optional(),
  etag: z.string().max(2000).optional(),
  modified: z.string().max(200).optional(),
  version: z.string().max(200).optional(),
  key: z.string().max(200).optional(),
  dropped: Count.optional(),
  held: z.looseObject({ hash: Hash, at: Time, flags: Count, of: Count }).optional(),
});

const TrailRow = z.looseObject({
  id: Count.optional(),
  at: Time,
  who: Who,
  why: z.string().max(2000).optional(),
  undoes: Count.optional(),
  changes: z.array(
    z.object({
      part: z.string().max(40),
      key: z.string().max(2000),
      before: z.array(z.unknown()),
      after: z.array(z.unknown()),
    }),
  ),
});

const CaseRow = z.looseObject({
  id: Count.optional(),
  at: Time,
  who: Who,
  text: z.string().max(1000),
  finding: Finding,
  rule: Id,
  decision: z.enum(['false-hit', 'right']),
  reason: z.string().max(200),
});

/** What rows of the rules' tables must have; what later versions add is let through. */
export const ruleRows: Record<string, z.ZodType> = {
  ruleSets: RuleSetRow,
  lists: ListRow,
  listContents: z.object({ hash: Hash, content: ListContent }),
  subscriptions: SubscriptionRow,
  trail: TrailRow,
  cases: CaseRow,
};
