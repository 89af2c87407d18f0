import { Button } from '@mantine/core';
import type { RoomState } from '../../lib/room/state.ts';
import { useText } from '../frame/use-text.ts';
import type { RoomActions } from '../room/actions.ts';
import { KeyHint } from '../room/KeyHint.tsx';
import { useActs } from '../room/use-acts.ts';
import { useDoing } from '../store.ts';
import { ShowClock } from './show/ShowClock.tsx';
import styles from './show/show.module.css';
import { showActs } from './show/show-acts.ts';

/** Where the run of show stands, over every tab while it runs, and the keys of the day. */
export function DayLine({ state, actions }: { state: RoomState; actions: RoomActions | null }) {
  const { show } = useText();
  const text = show.live;
  const set = useDoing((doing) => doing.set);
  const acts = actions && showActs(state.show, actions);
  const run = state.show.now;
  const isOn = run !== null && run.endedAt === null;
  useActs(
    {
      ...(acts && run && { segmentBack: acts.back }),
      ...(acts && isOn && { segment: acts.next }),
      ...(acts && { plan: () => set({ view: 'day', plan: { id: null, alarm: null } }) }),
    },
    acts !== null,
  );
  const index = run?.steps.at(-1)?.segment ?? 0;
  const segment = run?.plan.segments[index];
  if (!isOn || !segment) return null;
  const next = run.plan.segments[index + 1];
  return (
    <section className={styles.line} aria-label={show.title}>
      <button type="button" className={styles.where} onClick={() => set({ view: 'day' })}>
        <span className={styles.place}>
          {text.place(String(index + 1), String(run.plan.segments.length))}
        </span>
        <b>{segment.name}</b>
      </button>
      <ShowClock run={run} />
      {acts && (
        <Button
          size="compact-xs"
          variant="default"
          title={next?.name ?? text.finish}
          aria-label={next ? `${text.next} ${next.name}` : text.finish}
          onClick={acts.next}
        >
          {next ? text.next : text.finish}
          <KeyHint act="segment" />
        </Button>
      )}
    </section>
  );
}
