import { readAddress } from '../../lib/llm/provider.ts';

interface Endpoint {
  address: string;
  key: string;
}

export type EndpointProblem = 'no-address' | 'not-https' | 'no-key' | 'key-of-other';

/**
 * Reads an address and key as typed, with the address's match pattern, or gives what is wrong. An empty key field means
 * the stored key, but only for the host it was stored for: it must not go to another. On this machine none is needed.
 */
export function readEndpoint(
  typed: Endpoint,
  stored: Endpoint | null,
  needsKey: boolean,
): { ok: true; address: string; key: string; origin: string } | { ok: false; problem: EndpointProblem } {
  const where = readAddress(typed.address);
  if (!where.ok) return { ok: false, problem: where.why };
  const { address, origin, isLocal } = where;
  const isSameHost = stored !== null && URL.parse(stored.address)?.origin === new URL(address).origin;
  const key = typed.key.trim() || (isSameHost ? stored.key : '');
  if (key === '' && needsKey && !isLocal)
    return { ok: false, problem: stored?.key && !isSameHost ? 'key-of-other' : 'no-key' };
  return { ok: true, address, key, origin };
}
