import { ruleCatalogue } from '../../lib/compliance/index.ts';
import type { Text } from '../../lib/i18n/zh-cn.ts';
import { type Policy, policyParts } from '../../lib/policy/policy.ts';
import { Icon } from '../frame/icons.tsx';
import { useText } from '../frame/use-text.ts';
import { useManaged } from '../use-log.ts';
import styles from './policy.module.css';

const rules = new Map(
  ruleCatalogue.flatMap(({ categories }) =>
    categories.flatMap(({ rules }) => rules.map(({ id, name }) => [id, name] as const)),
  ),
);
const lists = new Map(ruleCatalogue.map(({ id, name }) => [id, name]));

/** All that a company has set in this browser, and what of it was ignored because it is wrong. */
export function PolicySection() {
  const text = useText();
  const { policy, bad } = useManaged();
  return (
    <section className={styles.section} aria-label={text.policy.title}>
      <h2>{text.policy.title}</h2>
      {!policy && <p>{text.policy.none}</p>}
      {policy && (
        <dl>
          {policyParts.map((part) =>
            policy[part] === undefined ? null : (
              <div key={part}>
                <dt>
                  <Icon name="lock" size={12} /> {text.policy.parts[part]}
                </dt>
                <dd>{tell(policy, part, text)}</dd>
              </div>
            ),
          )}
        </dl>
      )}
      {bad.length > 0 && (
        <p role="alert" className={styles.bad}>
          {text.policy.bad(bad.join(text.lists.comma))}
        </p>
      )}
    </section>
  );
}

function tell(policy: Policy, part: keyof Policy, text: Text): string {
  const words = text.policy;
  const { retention = {}, providers } = policy;
  switch (part) {
    case 'organisation':
      return policy.organisation ?? '';
    case 'lists':
      return (policy.lists ?? []).map((id) => lists.get(id) ?? id).join(text.lists.comma);
    case 'severities':
      return Object.entries(policy.severities ?? {})
        .map(([id, level]) => `${rules.get(id) ?? id} ${text.findings.severity[level]}`)
        .join(text.lists.comma);
    case 'terms':
      return (policy.terms ?? []).map(({ text }) => text).join(text.lists.comma);
    case 'providers': {
      const presets = (providers?.presets ?? []).map((id) => text.assist.presets[id]);
      return [...presets, ...(providers?.addresses ?? [])].join(text.lists.comma) || words.noModel;
    }
    case 'maskedExports':
      return policy.maskedExports ? words.masked : words.unmasked;
    case 'retention':
      return [
        retention.comments !== undefined && words.comments(String(retention.comments)),
        retention.record !== undefined && words.record(String(retention.record)),
        retention.isAutomatic && words.automatic,
      ]
        .filter(Boolean)
        .join(text.lists.comma);
    case 'review':
      return text.review.needs[policy.review ?? 'none'];
  }
}
