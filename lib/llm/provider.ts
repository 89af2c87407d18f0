import { z } from '../zod.ts';
import { presetIds } from './presets.ts';

/** The one model provider that a person set; it lives in the extension's own database and goes nowhere else. */
export const Provider = z.object({
  preset: z.enum(presetIds),
  /** as `readAddress` gave it */
  address: z.string().min(1).max(300),
  /** '' where none is needed */
  key: z.string().max(500),
  model: z.string().min(1).max(200),
  perMinute: z.number().int().min(1).max(120),
  perSession: z.number().int().min(1).max(10_000),
  /** ms epoch; saving anew begins anew, also after the provider refused */
  savedAt: z.number().int(),
});
export type Provider = z.infer<typeof Provider>;

/** Calls a room may make unless a person says otherwise. */
export const usualBudget = { perMinute: 10, perSession: 300 } as const;

/**
 * Reads an address as typed: https anywhere, plain http only on this machine, because the key goes with each call.
 * Without the trailing slash and a /chat/completions that was copied along.
 */
export function readAddress(
  typed: string,
):
  | { ok: true; address: string; isLocal: boolean; origin: string }
  | { ok: false; why: 'no-address' | 'not-https' } {
  const url = URL.parse(typed.trim());
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    return { ok: false, why: 'no-address' };
  const isLocal = ['localhost', '127.0.0.1'].includes(url.hostname);
  if (url.protocol === 'http:' && !isLocal) return { ok: false, why: 'not-https' };
  const path = url.pathname.replace(/\/chat\/completions\/?$/, '').replace(/\/+$/, '');
  return { ok: true, address: url.origin + path, isLocal, origin: `${url.protocol}//${url.hostname}/*` };
}
