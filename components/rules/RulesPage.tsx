import { Button } from '@mantine/core';
import { memo, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { ruleCatalogue } from '../../lib/compliance/index.ts';
import type { RuleSettings } from '../../lib/compliance/types.ts';
import { profilesOf } from '../../lib/profile/holding.ts';
import page from '../console/page.module.css';
import { useAfterPaint } from '../frame/after-paint.ts';
import { FilterInput } from '../frame/FilterInput.tsx';
import { useText } from '../frame/use-text.ts';
import { IntakeButtons } from '../intake/IntakeButtons.tsx';
import { ModeratorDesk } from '../moderate/ModeratorDesk.tsx';
import { PolicyBanner } from '../policy/PolicyBanner.tsx';
import { Empty } from '../room/Empty.tsx';
import { useChecker } from '../use-checker.ts';
import { type Engine, EngineContext, useEngine } from '../use-engine.ts';
import { type ChangeRules, useRules } from '../use-log.ts';
import { DeskContext } from './desk.ts';
import { createFind } from './find.ts';
import { LastChange } from './LastChange.tsx';
import { ListTree } from './ListTree.tsx';
import styles from './rules.module.css';
import { Shop, type ShopProps } from './Shop.tsx';
import { TestBench } from './TestBench.tsx';
import { Trail } from './Trail.tsx';
import type { Names } from './tell-change.ts';
import { treeRows } from './tree-rows.ts';
import { useNewDesk } from './use-desk.ts';
import { useWords } from './use-words.ts';

/** Every list, category, rule and word with its switch; a sentence can be tried beside it. */
export function RulesPage() {
  const [rules, change] = useRules();
  // the open panels, which share this page's thread, are to be drawn first
  return <Rules rules={useAfterPaint(rules)} change={change} />;
}

const Rules = memo(function Rules({ rules, change }: { rules: RuleSettings; change: ChangeRules }) {
  const text = useText();
  const engine = useEngine();
  const [query, setQuery] = useState('');
  const [isTrailOpen, setTrailOpen] = useState(false);
  const { desk, open } = useNewDesk(engine, rules, change);
  const wanted = useDeferredValue(query);
  const [makeFind] = useState(createFind);
  const find = useMemo(() => makeFind(wanted), [makeFind, wanted]);
  const words = useWords(
    rules,
    text.lists.own,
    (id) => find !== null || open.has(`words:${id}`),
    desk.locks.list,
  );
  const rows = useMemo(() => treeRows({ catalogue: ruleCatalogue, words }, open, find), [words, open, find]);
  const names: Names = useMemo(
    () => ({
      text,
      lists: new Map(words.map(({ id, name }) => [id, name])),
      profiles: new Map(profilesOf(rules).map(({ id, name }) => [id, name])),
      sessions: desk.sessions,
    }),
    [text, words, rules, desk.sessions],
  );
  const search = useSearchKey();
  return (
    <EngineContext value={engine}>
      <header className={`${page.head} ${styles.head}`}>
        <h1>{text.console.rules}</h1>
        <span className={`${page.aside} ${styles.live}`}>{text.rules.live}</span>
        <div className={`${page.end} ${styles.tools}`}>
          <IntakeButtons />
          <Button size="xs" variant="default" onClick={() => setTrailOpen(true)}>
            {text.lists.trail}
          </Button>
          <FilterInput
            ref={search}
            width="min(260px, 100%)"
            label={text.lists.search}
            value={query}
            onChange={setQuery}
          />
        </div>
      </header>
      <PolicyBanner />
      <div className={styles.rules}>
        <div className={styles.column}>
          <DeskContext value={desk}>
            {rows.length === 0 ? <Empty title={text.lists.noMatch} /> : <ListTree rows={rows} />}
          </DeskContext>
          <footer className={styles.foot}>
            <LastChange names={names} />
            <span className={styles.keys}>{text.lists.keys}</span>
          </footer>
        </div>
        <ModeratorDesk session={null}>
          <Side engine={engine} rules={rules} change={change} onLocate={setQuery} />
        </ModeratorDesk>
      </div>
      {isTrailOpen && <Trail names={names} onClose={() => setTrailOpen(false)} />}
    </EngineContext>
  );
});

interface SideProps extends ShopProps {
  engine: Engine | null;
  onLocate(rule: string): void;
}

/** A sentence to try, and what the shop sells. The checker is asked for here: a new one draws nothing else anew. */
function Side({ engine, rules, change, onLocate }: SideProps) {
  const text = useText();
  const { checker } = useChecker(engine);
  return (
    <aside className={styles.side}>
      <TestBench checker={checker} product={rules.product} onLocate={onLocate} />
      <div className={styles.own}>
        <Shop rules={rules} change={change} />
        {checker && <p className={page.aside}>{text.rules.version(checker.version)}</p>}
      </div>
    </aside>
  );
}

/** A field that the slash key goes to. */
function useSearchKey() {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isField = (event.target as HTMLElement).matches?.(
        'input:not([type="checkbox"]), textarea, select',
      );
      if (event.key !== '/' || isField || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return field;
}
