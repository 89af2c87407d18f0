import type { LedgerEntry, Page } from '../log/database.ts';
import { platformIds, type Session } from '../model.ts';
import { z } from '../zod.ts';

/** Of what shape the file is; docs/log-format.md tells it. */
export const backupFormat = 1;

const Time = z.number().int().min(0).max(1e13);
const Count = z.number().int().min(0).max(1e9);
const SessionId = z.string().regex(/^[\w-]{1,64}$/);

export const BackupHead = z.object({
  kind: z.literal('backup'),
  format: z.number().int(),
  madeAt: Time,
  /** the model provider's key is in it */
  withKey: z.boolean(),
});
export type BackupHead = z.infer<typeof BackupHead>;
export const BackupEnd = z.object({ kind: z.literal('end'), rows: Count });
export const BackupRow = z.object({ t: z.string().max(40), r: z.record(z.string(), z.unknown()) });

/** What a session must have; what later versions add is let through. */
export const SessionRow: z.ZodType<Session> = z.looseObject({
  id: SessionId,
  platform: z.enum(platformIds),
  roomId: z.string().min(1).max(128),
  title: z.string().max(200),
  tabId: z.number().nullable(),
  startedAt: Time,
  lastAt: Time,
  endedAt: Time.nullable(),
  // the first version had none
  isClosed: z.boolean().optional(),
  events: Count,
  comments: Count,
  rejected: Count,
  streams: z.record(z.string().max(128), Count),
  loose: Count,
}) as z.ZodType<Session>;

export const PageRow = z.object({
  session: SessionId,
  first: Count,
  count: Count,
  // the first version had none
  at: Time.optional(),
  sum: z.number().int().min(0).max(0xffffffff),
  text: z.string().optional(),
  /** base64 */
  gzip: z
    .string()
    .regex(/^[A-Za-z0-9+/]*={0,2}$/)
    .optional(),
});

export const LedgerRow: z.ZodType<LedgerEntry> = z.looseObject({
  id: Count.optional(),
  at: Time,
  what: z.string().max(40),
  who: z.string().max(200),
  why: z.string().max(1000),
  of: Count.optional(),
}) as unknown as z.ZodType<LedgerEntry>;

/** A page as its line has it. */
export function writePage(page: Page): object {
  return 'gzip' in page ? { ...page, gzip: toBase64(page.gzip) } : page;
}

const chunk = 8192;

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += chunk)
    text += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return btoa(text);
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const raw = atob(text);
  const bytes = new Uint8Array(raw.length);
  for (let at = 0; at < raw.length; at++) bytes[at] = raw.charCodeAt(at);
  return bytes;
}

const longestText = 100_000;
const deepest = 16;
const most = 500_000;
const forbidden: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * What is wrong with a value that JSON gave, or null: keys that reach for prototypes, texts or lists beyond any of
 * ours, or deeper than ours.
 */
export function flawIn(value: unknown, depth = 0): string | null {
  if (typeof value === 'string') return value.length > longestText ? 'a text that is too long' : null;
  if (typeof value !== 'object' || value === null) return null;
  if (depth > deepest) return 'too deep';
  const keys = Array.isArray(value) ? [] : Object.keys(value);
  const bad = keys.find((key) => forbidden.has(key) || key.length > 256);
  if (bad !== undefined) return `the key ${bad.slice(0, 40)}`;
  const items = Array.isArray(value) ? value : Object.values(value);
  if (items.length > most) return 'too many values';
  for (const item of items) {
    const flaw = flawIn(item, depth + 1);
    if (flaw) return flaw;
  }
  return null;
}
