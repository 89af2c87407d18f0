import { type Level, productCategories, type Scope, type WordList } from '../compliance/types.ts';
import { platformIds } from '../model.ts';
import { z } from '../zod.ts';

/** Where the trade puts a list; the built-in ones stand in groups of their own. */
export const listGroups = ['industry', 'platform', 'shop', 'own'] as const;
export type ListGroup = (typeof listGroups)[number];

/** Longest term or phrase, in UTF-16 units. */
export const termLimit = 40;
/** Most terms, and most phrases, of one list. */
export const listLimit = 200_000;

const Where: z.ZodType<Scope> = z.object({
  platform: z.enum(platformIds).optional(),
  room: z.string().max(128).optional(),
  product: z.enum(productCategories).optional(),
  session: z.string().max(64).optional(),
  until: z.number().int().optional(),
});
const Words = z.string().trim().min(1).max(termLimit);

export const ListTerm = z.object({
  text: Words,
  severity: z.enum(['S3', 'S2', 'S1'] as const satisfies readonly Level[]),
  scope: Where.optional(),
  basis: z.string().max(200).optional(),
});
const ListPhrase = z.object({ text: Words, scope: Where.optional() });

/** What a list holds. It is kept by its hash and never changes: a changed list has another. */
export const ListContent = z.object({
  terms: z.array(ListTerm).max(listLimit),
  allow: z.array(ListPhrase).max(listLimit),
});
export type ListContent = z.infer<typeof ListContent>;

/** What is known of a list without reading it. */
export interface ListHead {
  id: string;
  name: string;
  group: ListGroup;
  /** goes up with every change of content */
  version: number;
  /** SHA-256 of the content, as hex digits */
  hash: string;
  terms: number;
  phrases: number;
  /** ms epoch of the last change */
  updatedAt: number;
  note?: string;
}

/** SHA-256 of what a list holds, as 64 hex digits. */
export async function hashContent({
  terms,
  allow,
}: Readonly<Record<keyof ListContent, readonly unknown[]>>): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify({ terms, allow }));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A list as the checker compiles it. */
export const asWordList = ({ id, name, hash }: ListHead, { terms, allow }: ListContent): WordList =>
  ({ id, name, hash, terms, allow }) as WordList;
