import { z } from '../zod.ts';

/** The files of a pack; `rules/` holds one for each rule set. */
export const names = {
  readme: 'README.txt',
  manifest: 'manifest.json',
  seal: 'manifest.sha256',
  events: 'events.jsonl',
  findings: 'findings.jsonl',
  chain: 'chain.jsonl',
} as const;
/** Files whose lines are chained; the others have a hash each in the manifest. */
export const chained = [names.events, names.findings] as const;
export const ruleFile = (version: string): string => `rules/${version}.json`;
export const builtInFile = (hash: string): string => `rules/built-in-${hash}.json`;
/** What a word list held when it judged. */
export const listFile = (hash: string): string => `lists/${hash}.json`;
const ruleName = /^(?:rules\/(?:built-in-)?[0-9a-f]{8}|lists\/[0-9a-f]{64})\.json$/;

export const isPackName = (name: string): boolean =>
  (Object.values(names) as string[]).includes(name) || ruleName.test(name);

const Count = z.number().int().min(0);
const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Short = z.string().regex(/^[0-9a-f]{8}$/);
const UsedList = z.object({ id: z.string().max(200), name: z.string().max(200), hash: Hash });
const Chained = z.object({ lines: Count, bytes: Count, first: Hash, last: Hash });

/** What a pack holds and what all of it comes to; docs/log-format.md tells the fields. */
export const Manifest = z.object({
  kind: z.literal('evidence'),
  format: z.literal(1),
  made: z.object({ at: Count, app: z.string().max(40), browser: z.string().max(400) }),
  session: z.object({ id: z.string().max(64), platform: z.string().max(20), roomId: z.string().max(128) }),
  masked: z.boolean(),
  counts: z.object({ events: Count, comments: Count, unreadable: Count, findings: Count }),
  chain: z.object({ hash: z.literal('SHA-256'), block: Count, files: z.record(z.string(), Chained) }),
  /** rule sets that judged, with their word lists; `kept` where the pack holds what they were */
  rules: z
    .array(
      z.object({
        version: z.string().max(40),
        builtIn: Short.optional(),
        kept: z.boolean(),
        lists: z.array(UsedList.extend({ kept: z.boolean() })).optional(),
      }),
    )
    .max(2000),
  files: z.array(z.object({ name: z.string().max(80), bytes: Count, sha256: Hash })).max(4000),
});
export type Manifest = z.infer<typeof Manifest>;

export const BlockLine = z.object({
  file: z.enum(chained),
  first: Count,
  lines: Count,
  hash: Hash,
  marks: z.string().regex(/^([0-9a-f]{8})+$/),
});

/** A rule set as a shop had it: built-in rules of that hash, and its own settings. */
export const RuleSetFile = z.object({
  version: Short,
  builtIn: Short,
  settings: z.looseObject({}),
  /** by their hashes, which name the files */
  lists: z.array(UsedList).optional(),
  at: Count,
});

/** The rules that came with a build. */
export const BuiltInFile = z.object({
  hash: Short,
  rules: z.unknown(),
  classes: z.unknown(),
  innocents: z.unknown(),
  exemptions: z.unknown(),
});
