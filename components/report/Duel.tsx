import { NativeSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import { formatCount, formatShare } from '../../lib/i18n/format.ts';
import { poolScript } from '../../lib/report/compare.ts';
import type { Report } from '../../lib/report/report.ts';
import type { ScriptFigures } from '../../lib/report/script-figures.ts';
import { compareParts, type Part, shareOf, wilson } from '../../lib/report/statistics.ts';
import { useText } from '../frame/use-text.ts';
import { shareText } from './format.ts';
import styles from './report.module.css';
import { Table } from './Table.tsx';

const names = ['A', 'B'] as const;

/** One script against another: how often each was taken, and how often the same was asked again after it. */
export function Duel({ reports }: { reports: readonly Report[] }) {
  const { report: text } = useText();
  const scripts = useMemo(() => {
    const ids = new Set(reports.flatMap((report) => report.scripts.map(({ id }) => id)));
    return [...ids]
      .flatMap((id) => poolScript(reports, id) ?? [])
      .filter(({ shown }) => shown > 0)
      .sort((a, b) => b.shown - a.shown);
  }, [reports]);
  const [chosen, setChosen] = useState<(string | null)[]>([null, null]);
  const pair = names.map((_, i) => scripts.find(({ id }) => id === chosen[i]) ?? scripts[i]);
  const [a, b] = pair;
  if (!a || !b) return <p>{text.duelEmpty}</p>;

  const nameOf = (one: ScriptFigures) => (one.id === 'draft' ? text.draft : (one.text ?? one.id));
  const cell = (part: Part) => {
    if (shareOf(part) === null)
      return `${text.tooFew} · ${text.of(formatCount(part.part), formatCount(part.of))}`;
    const [low, high] = wilson(part);
    return `${shareText(part, text)}（${formatShare(low)}–${formatShare(high)}）· ${text.of(formatCount(part.part), formatCount(part.of))}`;
  };
  const verdict = (first: Part, second: Part, say: (name: string) => string) => {
    const difference = compareParts(first, second);
    if (!difference) return text.tooFew;
    return difference.verdict === 'no-difference-shown'
      ? text.noChange
      : say(difference.verdict === 'first' ? 'A' : 'B');
  };
  // fewer who ask again is better: the sides change places
  const rows: [string, Part, Part, string][] = [
    [text.accepted, a.accepted, b.accepted, verdict(a.accepted, b.accepted, text.wins)],
    [
      text.askedAgain,
      a.askedAgain,
      b.askedAgain,
      verdict(b.askedAgain, a.askedAgain, (name) => text.lessAgain(name === 'A' ? 'B' : 'A')),
    ],
  ];
  return (
    <>
      <div className={styles.duel}>
        {names.map((name, i) => (
          <NativeSelect
            key={name}
            size="xs"
            label={`${text.script} ${name}`}
            value={pair[i]?.id ?? ''}
            onChange={(event) => setChosen(chosen.with(i, event.currentTarget.value))}
            data={scripts.map((one) => ({
              value: one.id,
              label: `${nameOf(one)} · ${formatCount(one.shown)}`,
            }))}
          />
        ))}
      </div>
      <Table
        label={text.duel}
        heads={[text.measure, 'A', 'B', text.change]}
        rows={rows.map(([name, first, second, said]) => ({
          key: name,
          cells: [name, cell(first), cell(second), said],
        }))}
      />
    </>
  );
}
