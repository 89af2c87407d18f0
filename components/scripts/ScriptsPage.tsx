import { Button, NativeSelect } from '@mantine/core';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { formatCount } from '../../lib/i18n/format.ts';
import { intents, type Script } from '../../lib/reply/types.ts';
import { createFinder } from '../../lib/shop/find-scripts.ts';
import type { ShopScript } from '../../lib/shop/schema.ts';
import page from '../console/page.module.css';
import { FilterInput } from '../frame/FilterInput.tsx';
import { useText } from '../frame/use-text.ts';
import { ModeratorDesk } from '../moderate/ModeratorDesk.tsx';
import { DoneLine } from '../shop/DoneLine.tsx';
import styles from '../shop/shop.module.css';
import { useTable } from '../shop/use-table.ts';
import { useChecker } from '../use-checker.ts';
import { EngineContext, useEngine } from '../use-engine.ts';
import { useProducts, useScripts } from '../use-shop.ts';
import { CheckResults } from './CheckResults.tsx';
import { ExportScripts } from './ExportScripts.tsx';
import { ImportScripts } from './ImportScripts.tsx';
import { LacksSection } from './LacksSection.tsx';
import { ScriptTable } from './ScriptTable.tsx';
import { StarterSection } from './StarterSection.tsx';
import { useCheckAll } from './use-check-all.ts';
import { useJudgeReply } from './use-judge-reply.ts';
import { useLastShelf } from './use-last-shelf.ts';
import { usePast } from './use-past.ts';
import { usePrefill } from './use-prefill.ts';

const none: never[] = [];

/** The shop's own replies, edited as a table, and those we bring along. */
export function ScriptsPage() {
  const text = useText();
  const { shop } = text;
  const engine = useEngine();
  const { checker } = useChecker(engine);
  const judge = useJudgeReply(checker);
  const [stored, change] = useScripts();
  const scripts = stored ?? none;
  const [storedProducts] = useProducts();
  const products = storedProducts ?? none;
  const { done, save, say } = useTable(change);
  const [query, setQuery] = useState('');
  const [intent, setIntent] = useState('');
  const [product, setProduct] = useState('');
  const [isImporting, setImporting] = useState(false);
  const [fresh, setFresh] = useState<string | null>(null);
  const check = useCheckAll();
  const past = usePast();
  const shelf = useLastShelf();

  // the newest on top: that is where one looks for what was just added
  const finder = useMemo(() => createFinder([...scripts].reverse()), [scripts]);
  const wanted = useDeferredValue(query);
  const found = useMemo(
    () =>
      finder
        .find(wanted)
        .filter((script) => !intent || script.intent === intent)
        .filter((script) => !product || (script.product ?? '-') === product),
    [finder, wanted, intent, product],
  );

  const add = useCallback(
    (script: Partial<Script> & { text: string }) => {
      const { id: _, ...rest } = script;
      setQuery('');
      setIntent('');
      setProduct('');
      const made = { id: crypto.randomUUID(), addedAt: Date.now() };
      setFresh(made.id);
      void save({
        put: [{ examples: [], intent: 'other', scene: 'conversion', ...rest, ...made } as ShopScript],
      });
    },
    [save],
  );
  usePrefill({ isReady: stored !== undefined, untitled: shop.untitled, add, find: setQuery });
  const copy = useCallback(
    ({ code: _, ...script }: ShopScript) =>
      void save({ put: [{ ...script, id: crypto.randomUUID(), addedAt: script.addedAt + 1 }] }),
    [save],
  );
  const put = useCallback((script: ShopScript) => void save({ put: [script] }), [save]);
  const remove = useCallback(
    (script: ShopScript) => void save({ remove: [script.id] }, shop.removed('1')),
    [save, shop],
  );
  return (
    <EngineContext value={engine}>
      <ModeratorDesk session={null}>
        <header className={page.head}>
          <h1>{shop.scripts}</h1>
          <span className={page.aside}>{stored && shop.count(formatCount(scripts.length))}</span>
          <div className={page.end}>
            <Button
              size="xs"
              variant="default"
              disabled={!judge || scripts.length === 0}
              onClick={() => judge && void check.start(scripts, products, judge, shelf)}
            >
              {shop.check.all}
            </Button>
            <Button size="xs" variant="default" onClick={() => setImporting(true)}>
              {shop.import.title}
            </Button>
            <ExportScripts scripts={scripts} products={products} />
            <Button size="xs" onClick={() => add({ text: shop.untitled })}>
              {shop.add}
            </Button>
          </div>
        </header>
        <div className={styles.bar}>
          <FilterInput label={shop.search} value={query} onChange={setQuery} />
          <NativeSelect
            size="xs"
            aria-label={shop.columns.intent}
            value={intent}
            onChange={(event) => setIntent(event.currentTarget.value)}
            data={[
              { value: '', label: shop.allIntents },
              ...intents.map((value) => ({ value, label: text.intents[value] })),
            ]}
          />
          <NativeSelect
            size="xs"
            aria-label={shop.columns.product}
            value={product}
            onChange={(event) => setProduct(event.currentTarget.value)}
            data={[
              { value: '', label: shop.allProducts },
              { value: '-', label: shop.general },
              ...products.map(({ id, names }) => ({ value: id, label: names })),
            ]}
          />
        </div>
        <DoneLine done={done} />
        <div className={styles.body}>
          <CheckResults state={check.state} onCancel={check.cancel} onShow={setQuery} />
          {stored && <LacksSection lacks={past.lacks} scripts={stored} onWrite={add} onSaid={say} />}
          <ScriptTable
            scripts={stored && found}
            isFiltered={query !== '' || intent !== '' || product !== ''}
            products={products}
            shelf={shelf}
            judge={judge}
            past={past}
            fresh={fresh}
            onChange={put}
            onDuplicate={copy}
            onRemove={remove}
          />
          <StarterSection onAdopt={add} />
        </div>
        <ImportScripts
          isOpen={isImporting}
          scripts={scripts}
          products={products}
          judge={judge}
          onClose={() => setImporting(false)}
          onSaved={say}
        />
      </ModeratorDesk>
    </EngineContext>
  );
}
