/** Why a provider gave no answer; each has words and a next step in the message catalogue. */
const failureKinds = [
  'no-permission',
  'offline',
  'unreachable',
  'key',
  'forbidden',
  'local-forbidden',
  'not-found',
  'credit',
  'busy',
  'rejected',
  'server',
  'stalled',
  'malformed',
  'too-long',
  'cut-off',
  'aborted',
] as const;
export type FailureKind = (typeof failureKinds)[number];

export interface Failure {
  kind: FailureKind;
  /** ms epoch before which the provider wants no further call */
  retryAt?: number;
  /** the provider's own words, without the key, at most 200 characters */
  detail?: string;
}

/** After these another call will hardly go better until a person changes something. */
export const isLasting = ({ kind }: Failure): boolean =>
  ['no-permission', 'key', 'forbidden', 'local-forbidden', 'not-found', 'credit'].includes(kind);
