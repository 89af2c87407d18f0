import { Switch } from '@mantine/core';
import { useState } from 'react';
import { formatCount } from '../../lib/i18n/format.ts';
import { changeShop } from '../../lib/log/shop.ts';
import type { JudgeReply } from '../../lib/shop/inspect.ts';
import { readLibraryJson } from '../../lib/shop/library-file.ts';
import { type Planned, planProducts, planScripts, rowsToTake } from '../../lib/shop/plan.ts';
import { readRuleLines } from '../../lib/shop/rule-lines.ts';
import type { ShopProduct, ShopScript } from '../../lib/shop/schema.ts';
import { readScriptRows } from '../../lib/shop/script-table.ts';
import { useText } from '../frame/use-text.ts';
import { ImportDialog, type Plan } from '../shop/ImportDialog.tsx';
import type { Source } from '../shop/read-source.ts';
import { allScriptWords } from '../shop/shop-words.ts';
import type { Done } from '../shop/use-table.ts';
import { useBy, useLog } from '../use-log.ts';

interface Props {
  isOpen: boolean;
  scripts: readonly ShopScript[];
  products: readonly ShopProduct[];
  judge: JudgeReply | null;
  onClose(): void;
  onSaved(done: Done): void;
}

/** Brings scripts in: our own files, sheets, pasted lines and the rules of other tools. */
export function ImportScripts({ isOpen, scripts, products, judge, onClose, onSaved }: Props) {
  const { shop: text } = useText();
  const db = useLog();
  const by = useBy();
  const [also, setAlso] = useState<Planned<ShopProduct>[]>([]);
  const [isWithProducts, setWithProducts] = useState(true);
  const goods = isWithProducts ? rowsToTake(also, true) : [];

  const plan = ({ text: pasted, rows }: Source): Plan<ShopScript> => {
    const world = { now: Date.now(), newId: () => crypto.randomUUID() };
    const file = /^\s*[{[]/.test(pasted) ? readLibraryJson(pasted) : null;
    const found = file ? planProducts(file.products, products, world) : [];
    setAlso(found);
    const incoming =
      file?.scripts ?? readScriptRows(rows, allScriptWords) ?? (pasted ? readRuleLines(pasted) : null);
    if (!incoming) return 'noHead';
    if (incoming.length === 0 && found.length === 0) return 'unreadable';
    const known = [...products, ...rowsToTake(found, true)];
    return {
      planned: planScripts(incoming, scripts, { ...world, judge: judge ?? (() => []), products: known }),
    };
  };
  const take = async (rows: ShopScript[]) => {
    try {
      const { scripts: before, products: goodsBefore } = await changeShop(
        db,
        { put: rows },
        { put: goods },
        by(),
      );
      onSaved({
        said: text.taken(formatCount(rows.length)),
        undo: async () => {
          await changeShop(
            db,
            { put: before.before, remove: before.added },
            { put: goodsBefore.before, remove: goodsBefore.added },
            by(),
          );
          onSaved({ said: text.undone });
        },
      });
      return true;
    } catch {
      return false;
    }
  };
  const goodsFound = rowsToTake(also, true).length;
  return (
    <ImportDialog
      isOpen={isOpen && judge !== null}
      pasteHint={text.import.pasteHint}
      plan={plan}
      show={({ text, examples }) => (examples[0] ? `${examples[0]} → ${text}` : text)}
      also={
        goodsFound > 0 && (
          <Switch
            size="xs"
            my="sm"
            label={text.import.products(formatCount(goodsFound))}
            checked={isWithProducts}
            onChange={(event) => setWithProducts(event.currentTarget.checked)}
          />
        )
      }
      onTake={take}
      onClose={onClose}
    />
  );
}
