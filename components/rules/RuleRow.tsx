import { Switch } from '@mantine/core';
import type { CatalogueRule } from '../../lib/compliance/catalogue.ts';
import { useText } from '../frame/use-text.ts';
import { Severity } from '../room/FindingList.tsx';
import styles from './rules.module.css';
import type { Kind } from './switches.ts';

interface Props {
  rule: CatalogueRule;
  isOn: boolean;
  /** its list or category is off */
  isLocked: boolean;
  onSwitch(kind: Kind, id: string, on: boolean): void;
}

/** One rule: what it looks for, on what basis, and what it would and would not flag. */
export function RuleRow({ rule, isOn, isLocked, onSwitch }: Props) {
  const text = useText();
  return (
    <article className={styles.rule} data-off={!isOn}>
      <Switch
        size="xs"
        disabled={isLocked}
        aria-label={text.rules.switchRule(rule.name)}
        checked={isOn}
        onChange={(event) => onSwitch('rules', rule.id, event.currentTarget.checked)}
      />
      <div className={styles.about}>
        <div className={styles.ruleHead}>
          <Severity level={rule.severity} />
          <b>{rule.name}</b>
          <span className={styles.id}>{rule.id}</span>
        </div>
        <details className={styles.more}>
          <summary>
            <span className={styles.basis}>{rule.basis}</span> {text.rules.terms} · {text.rules.examples}
          </summary>
          {rule.match.map((pattern) => (
            <p key={pattern} className={styles.pattern}>
              {pattern.replaceAll('|', ' | ')}
            </p>
          ))}
          <ul>
            {rule.flag.map((example) => (
              <li key={example}>
                <span className={styles.verdict}>{text.rules.flagged}</span>
                {example}
              </li>
            ))}
            {rule.pass.map((example) => (
              <li key={example}>
                <span className={styles.verdict}>{text.rules.passed}</span>
                {example}
              </li>
            ))}
          </ul>
        </details>
      </div>
    </article>
  );
}
