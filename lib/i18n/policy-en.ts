import type { policyZhCN } from './policy.ts';

/** The same in English. */
export const policyEn: typeof policyZhCN = {
  title: 'Company policy',
  by: (organisation) => `Set by ${organisation || 'company policy'}; it cannot be changed here`,
  banner: (organisation) =>
    `This browser is managed by ${organisation || 'company policy'}. What has a lock cannot be changed.`,
  none: 'No company policy is set in this browser.',
  bad: (parts) => `Parts of the policy are wrong and were ignored: ${parts}`,
  parts: {
    organisation: 'Managed by',
    lists: 'Lists kept on',
    severities: 'Fixed severities',
    terms: 'Company words',
    providers: 'Models allowed',
    maskedExports: 'Exports',
    retention: 'Retention',
    review: 'Review',
  },
  masked: 'always masked',
  unmasked: 'no limit',
  noModel: 'no model may be used',
  comments: (days) => `viewers’ words at most ${days} days`,
  record: (days) => `the record at least ${days} days`,
  automatic: 'cleaned up by itself',
  providerRefused: 'Company policy does not allow this provider',
};
