import type { Level } from '../compliance/types.ts';
import { ListTerm } from '../lists/word-list.ts';
import { presetIds } from '../llm/presets.ts';
import { readAddress } from '../llm/provider.ts';
import { reviewNeeds } from '../review/review.ts';
import { z } from '../zod.ts';

const Name = z.string().trim().min(1).max(128);
const Severity = z.enum(['S3', 'S2', 'S1'] as const satisfies readonly Level[]);
const Address = z
  .string()
  .max(300)
  .refine((typed) => readAddress(typed).ok, 'no https address');

/** What each part of a policy looks like; of lists and tables each item counts by itself. */
const parts = {
  organisation: z.string().trim().min(1).max(60),
  lists: z.array(Name).max(200),
  severities: z.record(Name, Severity),
  terms: z.array(ListTerm.omit({ scope: true })).max(2000),
  providers: z.object({
    presets: z.array(z.enum(presetIds)).max(presetIds.length).default([]),
    addresses: z.array(Address).max(20).default([]),
  }),
  maskedExports: z.boolean(),
  retention: z.object({
    /** most days for what viewers said */
    comments: z.number().int().min(1).max(365).optional(),
    /** least days for the record */
    record: z.number().int().min(1096).max(3660).optional(),
    /** the clean-up runs without anybody's consent */
    isAutomatic: z.boolean().optional(),
  }),
  review: z.enum(reviewNeeds),
} as const;

/** What a company's administrators set in the browser's policy: docs/policy.md. Nobody changes it here. */
export type Policy = { -readonly [Part in keyof typeof parts]?: z.infer<(typeof parts)[Part]> };

/** The names of the parts, as public/managed-schema.json has them. */
export const policyParts = Object.keys(parts) as (keyof Policy)[];

/** A policy as it was read, and by path what of it was ignored; null where nothing is managed. */
export interface ReadPolicy {
  policy: Policy | null;
  bad: string[];
}

/** Reads what the browser gives; a part or an item that is wrong is left out and named, and the others hold. */
export function readPolicy(raw: unknown): ReadPolicy {
  const given = isTable(raw) ? raw : {};
  const bad: string[] = Object.keys(given).filter((name) => !(name in parts));
  const policy: Record<string, unknown> = {};
  for (const name of policyParts) {
    if (given[name] === undefined) continue;
    const read = parts[name].safeParse(soundItems(name, given[name], bad));
    if (read.success) policy[name] = read.data;
    else bad.push(read.error.issues[0] ? [name, ...read.error.issues[0].path].join('.') : name);
  }
  return { policy: Object.keys(policy).length > 0 ? (policy as Policy) : null, bad };
}

/** Of a list or table only what is right; the other items are named in `bad`. */
function soundItems(name: keyof Policy, value: unknown, bad: string[]): unknown {
  const isSound = (key: string | number, alone: unknown): boolean => {
    const { success } = parts[name].safeParse(alone);
    if (!success) bad.push(`${name}.${key}`);
    return success;
  };
  if (Array.isArray(value)) return value.filter((item, at) => isSound(at, [item]));
  if (!isTable(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([key, item]) => isSound(key, { [key]: item })));
}

const isTable = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
