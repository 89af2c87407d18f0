import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ToolSetup } from '../../../lib/model.ts';
import type { RoomState } from '../../../lib/room/state.ts';
import { useText } from '../../frame/use-text.ts';
import type { RoomProps } from '../../room/RoomTabs.tsx';
import { DaySection } from '../DaySection.tsx';
import { ToolCard } from './ToolCard.tsx';
import { ToolForm } from './ToolForm.tsx';
import { toolActs } from './tool-acts.ts';
import styles from './tools.module.css';

const kinds: readonly ToolSetup['what'][] = ['vote', 'quiz', 'draw', 'countdown'];
const shownRuns = 4;

/** Votes, quizzes, draws and countdowns: what runs, what came of the last ones, and a new one. */
export function ToolSection({
  state,
  actions,
  checker,
}: Pick<RoomProps, 'actions' | 'checker'> & { state: RoomState }) {
  const { tools: text } = useText();
  const [making, setMaking] = useState<ToolSetup['what'] | null>(null);
  const acts = useMemo(() => actions && toolActs(actions), [actions]);
  const { runs } = state.tools;
  const open = runs.filter(({ closedAt }) => closedAt === null);
  const shown = [...open, ...runs.filter(({ closedAt }) => closedAt !== null).slice(-shownRuns)];
  if (!acts && runs.length === 0) return null;
  return (
    <DaySection
      title={text.title}
      aside={
        acts && (
          <span className={styles.row}>
            {kinds.map((what) => (
              <Button
                key={what}
                size="compact-xs"
                variant="default"
                disabled={!checker}
                aria-expanded={making === what}
                onClick={() => setMaking(making === what ? null : what)}
              >
                {text.what[what]}
              </Button>
            ))}
          </span>
        )
      }
    >
      {acts && making && checker && (
        <ToolForm
          key={making}
          what={making}
          checker={checker}
          onStart={(draft) => {
            void acts.start(draft, checker.version);
            setMaking(null);
          }}
          onClose={() => setMaking(null)}
        />
      )}
      {shown
        .sort((a, b) => b.at - a.at)
        .map((run) => (
          <ToolCard key={run.id} run={run} acts={acts} actions={actions} />
        ))}
    </DaySection>
  );
}
