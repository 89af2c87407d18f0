import { TextInput } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import { ruleCatalogue } from '../../lib/compliance/index.ts';
import page from '../console/page.module.css';
import { Icon } from '../frame/icons.tsx';
import { useText } from '../frame/use-text.ts';
import { Empty } from '../room/Empty.tsx';
import { useChecker } from '../use-checker.ts';
import { EngineContext, useEngine } from '../use-engine.ts';
import { useRules } from '../use-log.ts';
import { AllowPhrases } from './AllowPhrases.tsx';
import { findRules } from './find-rules.ts';
import { OwnTerms } from './OwnTerms.tsx';
import { RuleListSection } from './RuleListSection.tsx';
import styles from './rules.module.css';
import { Shop } from './Shop.tsx';
import { type Kind, switched } from './switches.ts';
import { TestBench } from './TestBench.tsx';

/** Every list, category and rule with its switch; a sentence can be tried beside it. */
export function RulesPage() {
  const text = useText();
  const [rules, change] = useRules();
  const engine = useEngine();
  const { checker } = useChecker(engine);
  const [query, setQuery] = useState('');
  const found = useMemo(() => findRules(ruleCatalogue, query), [query]);
  const shown = useDeferredValue(found);

  const onSwitch = (kind: Kind, id: string, on: boolean) =>
    void change((before) => switched(before, kind, id, on));
  return (
    <EngineContext value={engine}>
      <header className={page.head}>
        <h1>{text.console.rules}</h1>
        <span className={page.aside}>{text.rules.live}</span>
        <div className={page.end}>
          <TextInput
            size="xs"
            w={260}
            type="search"
            aria-label={text.rules.search}
            placeholder={text.rules.search}
            leftSection={<Icon name="search" />}
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
        </div>
      </header>
      <div className={styles.rules}>
        <div className={styles.lists}>
          {shown.length === 0 && <Empty title={text.rules.noMatch} />}
          {shown.map((list) => (
            <RuleListSection
              key={list.id}
              list={list}
              rules={rules}
              isOpen={query !== ''}
              onSwitch={onSwitch}
            />
          ))}
        </div>
        <aside className={styles.side}>
          <TestBench checker={checker} product={rules.product} onLocate={setQuery} />
          <div className={styles.own}>
            <Shop rules={rules} change={change} />
            <OwnTerms rules={rules} change={change} />
            <AllowPhrases rules={rules} change={change} />
            {checker && <p className={page.aside}>{text.rules.version(checker.version)}</p>}
          </div>
        </aside>
      </div>
    </EngineContext>
  );
}
