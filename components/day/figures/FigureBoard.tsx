import { useMemo, useState } from 'react';
import { type CurveName, curveOf } from '../../../lib/alarm/curves.ts';
import type { RoomState } from '../../../lib/room/state.ts';
import { useText } from '../../frame/use-text.ts';
import { Chart } from '../../report/Chart.tsx';
import { DaySection } from '../DaySection.tsx';
import styles from './figures.module.css';
import { Spark } from './Spark.tsx';
import { formatOf, shownFigures } from './shown-figures.ts';

/** The figures of the room as they stand, each with its curve; the page's own only where it tells them. */
export function FigureBoard({ state }: { state: RoomState }) {
  const text = useText().day;
  const [open, setOpen] = useState<CurveName | null>(null);
  const shown = shownFigures(state);
  return (
    <DaySection title={text.board}>
      <div className={styles.board}>
        {shown.map(([name, value]) => (
          <button
            key={name}
            type="button"
            className={styles.figure}
            aria-expanded={open === name}
            title={text.hints[name]}
            onClick={() => setOpen(open === name ? null : name)}
          >
            <span className={styles.word}>{text.figures[name]}</span>
            <b>{value}</b>
            <Curve state={state} name={name} />
          </button>
        ))}
      </div>
      {open && <LargeCurve state={state} name={open} />}
    </DaySection>
  );
}

/** The buckets change once in ten seconds. */
const useCurve = (state: RoomState, name: CurveName) => {
  const { buckets, since } = state.course;
  return useMemo(() => curveOf({ buckets }, name), [buckets, buckets.at(-1)?.at, since, name]);
};

function Curve({ state, name }: { state: RoomState; name: CurveName }) {
  return <Spark values={useCurve(state, name).values} />;
}

function LargeCurve({ state, name }: { state: RoomState; name: CurveName }) {
  const text = useText().day;
  const { at, values } = useCurve(state, name);
  const format = useMemo(() => formatOf(name), [name]);
  const lines = useMemo(
    () => [{ label: text.curves[name], values, color: '--accent', isFilled: true }],
    [values, name, text],
  );
  if (at.length < 2) return <p className={styles.none}>{text.early}</p>;
  return (
    <>
      <p className={styles.none}>{text.curves[name]}</p>
      <Chart label={text.curves[name]} at={at} lines={lines} format={format} />
    </>
  );
}
