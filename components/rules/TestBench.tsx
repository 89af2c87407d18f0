import { NativeSelect, Textarea } from '@mantine/core';
import { useMemo, useState } from 'react';
import {
  type Channel,
  type Checker,
  channels,
  isBlocking,
  type ProductCategory,
  productCategories,
} from '../../lib/compliance/types.ts';
import { limits } from '../../lib/limits.ts';
import { useText } from '../frame/use-text.ts';
import { PastCases } from '../moderate/PastCases.tsx';
import { FindingList, Passed } from '../room/FindingList.tsx';
import { MarkedText } from '../room/MarkedText.tsx';
import styles from './side.module.css';

interface Props {
  checker: Checker | null;
  /** what the shop sells: tried as that until another is chosen */
  product: ProductCategory;
  /** shows a rule in the lists */
  onLocate(rule: string): void;
}

/** 试一句: what the rules, as they stand now, find in a sentence and why. */
export function TestBench({ checker, product, onLocate }: Props) {
  const text = useText();
  const [sentence, setSentence] = useState('');
  const [channel, setChannel] = useState<Channel>('public_reply');
  const [chosen, setCategory] = useState<ProductCategory | null>(null);
  const category = chosen ?? product;
  const findings = useMemo(
    () => (sentence && checker ? checker.check(sentence, { channel, category }) : []),
    [sentence, checker, channel, category],
  );
  const hits = [...new Set(findings.map((finding) => finding.rule))];
  return (
    <section className={styles.box} aria-label={text.rules.bench}>
      <h2>{text.rules.bench}</h2>
      <p>{text.rules.benchHint}</p>
      <Textarea
        size="xs"
        rows={2}
        classNames={{ input: styles.grows }}
        maxLength={limits.text}
        aria-label={text.rules.bench}
        placeholder={text.rules.benchPlaceholder}
        value={sentence}
        onChange={(event) => setSentence(event.currentTarget.value)}
      />
      <div className={styles.add}>
        <NativeSelect
          size="xs"
          aria-label={text.rules.channel}
          value={channel}
          onChange={(event) => setChannel(event.currentTarget.value as Channel)}
          data={channels.map((value) => ({ value, label: text.rules.channels[value] }))}
        />
        <NativeSelect
          size="xs"
          aria-label={text.rules.trade}
          value={category}
          onChange={(event) => setCategory(event.currentTarget.value as ProductCategory)}
          data={productCategories.map((value) => ({ value, label: text.rules.trades[value] }))}
        />
      </div>
      {sentence && checker && (
        <div className={styles.result} role="status">
          {findings.length > 0 && (
            <p className={styles.tried}>
              <MarkedText text={sentence} findings={findings} />
            </p>
          )}
          {!findings.some(isBlocking) && (
            <Passed label={findings.length === 0 ? text.findings.clean : text.findings.passed} />
          )}
          <FindingList findings={findings} sentence={sentence} showExempt />
          {findings.map((finding) => (
            <PastCases key={`${finding.start}:${finding.rule}`} finding={finding} />
          ))}
          {hits.map((rule) => (
            <button key={rule} type="button" className={styles.locate} onClick={() => onLocate(rule)}>
              {text.rules.locate} {rule}
            </button>
          ))}
          <p>{text.findings.risk}</p>
        </div>
      )}
    </section>
  );
}
