import { Switch } from '@mantine/core';
import { useState } from 'react';
import type { Level } from '../../lib/compliance/types.ts';
import { useText } from '../frame/use-text.ts';
import { WhatIfDialog } from '../intake/WhatIfDialog.tsx';
import { Lock } from '../policy/Lock.tsx';
import { useDesk } from './desk.ts';
import { LevelSelect } from './Level.tsx';
import { QuietChips, QuietSelect } from './Quiet.tsx';
import { RowHits } from './RowHits.tsx';
import { leveled, switched } from './switches.ts';
import styles from './tree.module.css';
import type { TreeRow } from './tree-rows.ts';

/** One rule: what it looks for, on what basis, where it is off, and what it would and would not flag. */
export function RuleRow({ row }: { row: TreeRow & { kind: 'rule' } }) {
  const { list, category, rule, isAlone, isOpen, key } = row;
  const text = useText();
  const { rules, off, locks, change, toggle } = useDesk();
  const isFirm = locks.rule(rule.id, list.id);
  const isListOff = off.lists.has(list.id);
  const isCategoryOff = off.categories.has(category.id);
  // the only rule of a category stands for it: no switch above could free it
  const isOn = isFirm || (!off.rules.has(rule.id) && !(isAlone && isCategoryOff));
  const name = isAlone ? rule.name : rule.name.replace(`${category.name} · `, '');

  const usual = rule.severity as Level;
  const [tried, setTried] = useState<{ level: Level | undefined } | null>(null);
  const setLevel = ({ level }: { level: Level | undefined }) =>
    change((before) => leveled(before, rule.id, usual, level));
  return (
    <article className={styles.rule} data-off={!isFirm && (!isOn || isListOff || isCategoryOff)}>
      <Switch
        size="xs"
        data-main
        disabled={isFirm || isListOff || (isCategoryOff && !isAlone)}
        aria-label={text.rules.switchRule(rule.name)}
        checked={isOn}
        onChange={(event) => {
          const on = event.currentTarget.checked;
          void change((before) => {
            const freed = isAlone && on ? switched(before, 'categories', category.id, true) : before;
            return switched(freed, 'rules', rule.id, on);
          });
        }}
      />
      <div className={styles.about}>
        <div className={styles.ruleHead}>
          {isFirm && <Lock />}
          <LevelSelect
            isFixed={isFirm && locks.level(rule.id) !== undefined}
            name={rule.name}
            level={locks.level(rule.id) ?? rules.levels[rule.id] ?? usual}
            usual={usual}
            onChange={(level) => setTried({ level })}
          />
          <b>{name}</b>
          <span className={styles.id}>{rule.id}</span>
          {!isFirm && <QuietChips rule={rule.id} name={rule.name} />}
          <RowHits rule={rule.id} />
        </div>
        <button
          type="button"
          className={styles.opener}
          aria-expanded={isOpen}
          aria-label={text.lists.expand(rule.name)}
          onClick={() => toggle(key)}
        >
          <span className={styles.basis}>{rule.basis}</span> {text.rules.terms} · {text.rules.examples}
        </button>
        {isOpen && (
          <div className={styles.more}>
            {rule.match.map((pattern) => (
              <p key={pattern} className={styles.pattern}>
                {pattern.replaceAll('|', ' | ')}
              </p>
            ))}
            <ul>
              {[
                ...rule.flag.map((one) => [one, text.rules.flagged]),
                ...rule.pass.map((one) => [one, text.rules.passed]),
              ].map(([example, verdict]) => (
                <li key={example}>
                  <span className={styles.verdict}>{verdict}</span>
                  {example}
                </li>
              ))}
            </ul>
            {!isFirm && <QuietSelect rule={rule.id} name={rule.name} />}
          </div>
        )}
      </div>
      {tried && (
        <WhatIfDialog
          title={text.lists.levelTried(name, text.findings.severity[tried.level ?? usual])}
          proposal={{ kind: 'level', rule: rule.id, level: tried.level ?? null }}
          onApply={() => setLevel(tried)}
          onClose={() => setTried(null)}
        />
      )}
    </article>
  );
}
