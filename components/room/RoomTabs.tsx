import { Tabs } from '@mantine/core';
import { type Checker, isBlocking } from '../../lib/compliance/types.ts';
import type { RoomState } from '../../lib/room/state.ts';
import { useText } from '../frame/use-text.ts';
import { useDoing, type View, views } from '../store.ts';
import { Acts } from './Acts.tsx';
import type { Asked, RoomActions, Suggestion } from './actions.ts';
import { Compliance } from './Compliance.tsx';
import { Feed } from './Feed.tsx';
import { type Judge, riskyTexts } from './judge.ts';
import { QuestionDesk } from './QuestionDesk.tsx';
import styles from './tabs.module.css';

export interface RoomProps {
  state: RoomState;
  /** the state is changed in place; this tells that it was */
  version: number;
  checker: Checker | null;
  judge: Judge | null;
  suggest: (question: Asked) => readonly Suggestion[];
  /** null in a replay */
  actions: RoomActions | null;
}

/** A room in one narrow column. */
export function RoomTabs(props: RoomProps) {
  const { state, version, judge } = props;
  const text = useText();
  const view = useDoing((doing) => doing.view);
  const set = useDoing((doing) => doing.set);
  const risky = riskyTexts(state, judge).length;
  const isDraftBad = state.draft?.findings.some(isBlocking) ?? false;
  const counts: Record<View, number> = {
    questions: state.figures.waiting,
    comments: 0,
    compliance: risky + (isDraftBad ? 1 : 0),
    acts: 0,
  };
  return (
    <Tabs
      value={view}
      onChange={(chosen) => set({ view: chosen as View })}
      keepMounted={false}
      classNames={{ root: styles.root, list: styles.list, tab: styles.tab, panel: styles.panel }}
    >
      <Tabs.List aria-label={text.views.label}>
        {views.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {text.views[name]}
            {counts[name] > 0 && (
              <span className={styles.count} data-bad={name === 'compliance' && isDraftBad}>
                {counts[name]}
              </span>
            )}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="questions">
        <QuestionDesk {...props} />
      </Tabs.Panel>
      <Tabs.Panel value="comments">
        <Feed
          rows={state.feed}
          version={version}
          total={state.figures.comments}
          judge={judge}
          onReply={
            props.actions ? (row) => set({ view: 'questions', question: row.id, choice: 0 }) : undefined
          }
        />
      </Tabs.Panel>
      <Tabs.Panel value="compliance">
        <Compliance state={state} judge={judge} />
      </Tabs.Panel>
      <Tabs.Panel value="acts">
        <Acts state={state} />
      </Tabs.Panel>
    </Tabs>
  );
}
