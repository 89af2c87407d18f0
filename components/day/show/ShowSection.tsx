import { Button, NativeSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import { formatLength } from '../../../lib/i18n/format.ts';
import type { ShowRun } from '../../../lib/room/show.ts';
import type { RoomState } from '../../../lib/room/state.ts';
import type { KeptShow } from '../../../lib/show/schema.ts';
import { later } from '../../frame/later.tsx';
import { useText } from '../../frame/use-text.ts';
import { KeyHint } from '../../room/KeyHint.tsx';
import { MarkedText } from '../../room/MarkedText.tsx';
import type { RoomProps } from '../../room/RoomTabs.tsx';
import { useShows } from '../../use-shop.ts';
import { DaySection } from '../DaySection.tsx';
import { ToPage } from '../ToPage.tsx';
import { Segments } from './Segments.tsx';
import { ShowClock } from './ShowClock.tsx';
import styles from './show.module.css';
import { type ShowActs, showActs } from './show-acts.ts';

const Checklist = later(() => import('./Checklist.tsx').then((loaded) => loaded.Checklist));

const none: never[] = [];

/** The run of show: what to begin, where it stands, what comes. */
export function ShowSection({
  state,
  actions,
  checker,
}: Pick<RoomProps, 'actions' | 'checker'> & { state: RoomState }) {
  const { show: text } = useText();
  const run = state.show.now;
  const acts = actions && showActs(state.show, actions);
  if (!run && !acts) return null;
  return (
    <DaySection title={text.title} aside={run && <bdi className={styles.summary}>{run.plan.name}</bdi>}>
      {run && <Now run={run} acts={acts} checker={checker} />}
      {acts && run?.endedAt !== null && <Begin state={state} acts={acts} checker={checker} />}
    </DaySection>
  );
}

function Now({ run, acts, checker }: { run: ShowRun; acts: ShowActs | null } & Pick<RoomProps, 'checker'>) {
  const { show } = useText();
  const text = show.live;
  const index = run.steps.at(-1)?.segment ?? 0;
  const segment = run.plan.segments[index];
  const next = run.plan.segments[index + 1];
  const isOver = run.endedAt !== null;
  const script = segment?.script;
  const findings = useMemo(
    () => (checker && script ? checker.check(script, { channel: 'host' }) : none),
    [checker, script],
  );
  return (
    <div className={styles.now}>
      {isOver && <p role="status">{text.ended(formatLength((run.endedAt ?? 0) - run.startedAt))}</p>}
      {!isOver && segment && (
        <>
          <h3>
            {segment.name}
            <ShowClock run={run} />
          </h3>
          <dl className={styles.facts}>
            {(['product', 'owner', 'script', 'aim'] as const).map(
              (column) =>
                segment[column] && (
                  <div key={column} style={{ display: 'contents' }}>
                    <dt>{show.columns[column]}</dt>
                    <dd>
                      <MarkedText text={segment[column]} findings={column === 'script' ? findings : none} />
                    </dd>
                  </div>
                ),
            )}
            <dt>{text.next}</dt>
            <dd>{next ? `${next.name} · ${formatLength(next.length * 1000)}` : text.last}</dd>
          </dl>
        </>
      )}
      {acts && (
        <div className={styles.buttons}>
          {!isOver && (
            <Button size="compact-sm" onClick={acts.next}>
              {next ? text.next : text.finish}
              <KeyHint act="segment" />
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={acts.back}>
            {text.back}
            <KeyHint act="segmentBack" />
          </Button>
          {!isOver && next && (
            <Button size="compact-sm" variant="subtle" color="gray" onClick={() => acts.goTo(null)}>
              {text.finish}
            </Button>
          )}
        </div>
      )}
      <details>
        <summary className={styles.summary}>{text.all}</summary>
        <Segments run={run} onGo={acts?.goTo} />
      </details>
    </div>
  );
}

/** Chooses a run of show, looks whether all is ready, and begins. */
function Begin({ state, acts, checker }: { state: RoomState; acts: ShowActs } & Pick<RoomProps, 'checker'>) {
  const { show } = useText();
  const text = show.live;
  const [stored] = useShows();
  const { troubles } = useText();
  const [chosen, setChosen] = useState('');
  const [isChecking, setChecking] = useState(false);
  const last = stored?.find(({ id }) => id === state.show.now?.show);
  const picked = stored?.find(({ id }) => id === chosen) ?? last ?? stored?.at(-1);
  if (!stored) return null;
  if (!picked)
    return (
      <p className={styles.buttons}>
        {text.none}
        <ToPage page="shows" label={text.open} />
      </p>
    );
  return (
    <>
      <div className={styles.buttons}>
        <NativeSelect
          size="xs"
          aria-label={show.choose}
          value={picked.id}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={stored.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Button size="compact-sm" title={text.startHint} onClick={() => acts.start(picked)}>
          {state.show.now ? text.restart : text.start}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          aria-expanded={isChecking}
          onClick={() => setChecking((before) => !before)}
        >
          {show.check.title}
        </Button>
      </div>
      <p className={styles.summary}>{summaryOf(picked, show.total)}</p>
      {isChecking && (
        <Checklist
          plan={picked}
          checker={checker}
          capture={state.health?.trouble ? troubles[state.health.trouble].what : null}
          voice={earOf(state, show.check)}
        />
      )}
    </>
  );
}

const summaryOf = (
  { segments, startsAt }: KeptShow,
  total: (segments: string, length: string) => string,
): string =>
  [
    startsAt,
    total(
      String(segments.length),
      formatLength(segments.reduce((sum, { length }) => sum + length, 0) * 1000),
    ),
  ]
    .filter(Boolean)
    .join(' · ');

/** What the microphone has heard in this session. */
const earOf = (
  { voice: { source, heard, trouble } }: RoomState,
  words: { unheard: string; unclear: string },
): 'off' | { trouble: string | null } => {
  if (source === null) return 'off';
  return { trouble: trouble !== null ? words.unclear : heard > 0 ? null : words.unheard };
};
