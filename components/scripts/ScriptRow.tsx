import { memo, useMemo, useState } from 'react';
import { formatCount, formatShare } from '../../lib/i18n/format.ts';
import { limits } from '../../lib/limits.ts';
import type { GoodsEvent } from '../../lib/model.ts';
import { intents, objections, scenes } from '../../lib/reply/types.ts';
import type { Review } from '../../lib/review/review.ts';
import { inspectScript, isGrave, type JudgeReply } from '../../lib/shop/inspect.ts';
import { most, type ShopProduct, type ShopScript } from '../../lib/shop/schema.ts';
import type { Usage } from '../../lib/shop/usage.ts';
import { useText } from '../frame/use-text.ts';
import { PastCases } from '../moderate/PastCases.tsx';
import { ReviewNote } from '../review/ReviewNote.tsx';
import { Cell, Choice } from '../shop/Cell.tsx';
import { RowAct } from '../shop/EditTable.tsx';
import styles from '../shop/shop.module.css';
import { Issues } from './Issues.tsx';

interface Props {
  script: ShopScript;
  products: readonly ShopProduct[];
  /** the page's shelf as it was seen last */
  shelf: GoodsEvent['items'];
  /** null until the rules are compiled */
  judge: JudgeReply | null;
  usage: Usage | undefined;
  /** absent where none is asked for, or none was since */
  review: Review | undefined;
  /** was just added: its words are waited for */
  isFresh: boolean;
  onChange(script: ShopScript): void;
  onDuplicate(script: ShopScript): void;
  onRemove(script: ShopScript): void;
}

/** One script: every cell is typed in or chosen, and the verdict follows each stroke. */
export const ScriptRow = memo(function ScriptRow(props: Props) {
  const { script, products, shelf, judge, usage, review, isFresh, onChange, onDuplicate, onRemove } = props;
  const { shop, intents: intentNames, common } = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const words = typed ?? script.text;
  const issues = useMemo(
    () => (judge && words ? inspectScript({ ...script, text: words }, { judge, products, shelf }) : null),
    [script, words, judge, products, shelf],
  );
  const [blocked] = issues?.flatMap((issue) => (issue.kind === 'blocked' ? issue.findings : [])) ?? [];
  const name = script.code ?? script.text.slice(0, 12);
  const label = (column: keyof typeof shop.columns) => `${shop.columns[column]} ${name}`;

  /** Saves a change; an empty value takes the field away. */
  const save = (change: Partial<Record<keyof ShopScript, unknown>>) => {
    const next = Object.fromEntries(
      Object.entries({ ...script, ...change }).filter(([, value]) => value !== '' && value !== undefined),
    );
    onChange(next as unknown as ShopScript);
  };
  const saveText = (value: string): string | null => {
    const text = value.replace(/\s+/g, ' ').trim();
    if (text === '') return shop.import.problems['no-text'];
    save({ text });
    setTyped(null);
    return null;
  };
  const saveExamples = (value: string): string | null => {
    const examples = [...new Set(value.split('\n').map((one) => one.trim()))].filter((one) => one !== '');
    if (examples.length > most.examples) return shop.import.problems['too-many-examples'];
    if (examples.some((one) => one.length > limits.title)) return shop.import.problems['example-too-long'];
    save({ examples });
    return null;
  };
  return (
    <tr data-bad={issues?.some(isGrave) ?? false}>
      <td>
        <Cell
          label={label('text')}
          value={script.text}
          maxLength={limits.text}
          isFresh={isFresh}
          onSave={saveText}
          onType={setTyped}
        />
        <div className={styles.state}>
          {issues && <Issues issues={issues} />}
          <ReviewNote review={review} />
        </div>
        {blocked && <PastCases finding={blocked} />}
      </td>
      <td>
        <Cell
          isLong
          label={label('examples')}
          value={script.examples.join('\n')}
          placeholder={shop.examplesHint}
          maxLength={most.examples * limits.title}
          onSave={saveExamples}
        />
      </td>
      <td>
        <Cell
          label={label('code')}
          value={script.code ?? ''}
          maxLength={20}
          onSave={(value) => {
            save({ code: value.trim() });
            return null;
          }}
        />
      </td>
      <td>
        <Choice
          label={label('intent')}
          value={script.intent}
          options={intents.map((id) => [id, intentNames[id]])}
          onSave={(intent) => save({ intent })}
        />
      </td>
      <td>
        <Choice
          label={label('scene')}
          value={script.scene}
          options={scenes.map((id) => [id, shop.scenes[id]])}
          onSave={(scene) => save({ scene })}
        />
      </td>
      <td>
        <Choice
          label={label('objection')}
          value={script.objection ?? ''}
          options={[['', shop.noObjection], ...objections.map((id) => [id, shop.objections[id]] as const)]}
          onSave={(objection) => save({ objection })}
        />
      </td>
      <td>
        <Choice
          label={label('product')}
          value={script.product ?? ''}
          options={productOptions(script.product, products, shop.general)}
          onSave={(product) => save({ product })}
        />
      </td>
      <td className={styles.number}>
        {usage ? (
          <>
            {shop.used(formatCount(usage.shown), formatCount(usage.filled))}
            {usage.filled > 0 && (
              <>
                <br />
                {shop.edited(formatShare(usage.edited / usage.filled))}
              </>
            )}
          </>
        ) : (
          shop.unused
        )}
      </td>
      <td className={styles.acts}>
        <RowAct icon="copy" act={shop.duplicate} name={name} onClick={() => onDuplicate(script)} />
        <RowAct icon="trash" act={common.delete} name={name} onClick={() => onRemove(script)} />
      </td>
    </tr>
  );
});

function productOptions(
  chosen: string | undefined,
  products: readonly ShopProduct[],
  general: string,
): [value: string, label: string][] {
  const known = products.map(({ id, names, link }): [string, string] => [
    id,
    link ? `${link} ${names}` : names,
  ]);
  // a script may name a product that no table has
  const stray = chosen !== undefined && !products.some(({ id }) => id === chosen);
  return [['', general], ...known, ...(stray ? [[chosen, chosen] as [string, string]] : [])];
}
