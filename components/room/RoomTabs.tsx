import { Tabs } from '@mantine/core';
import { type Checker, isBlocking } from '../../lib/compliance/types.ts';
import type { FeedRow, RoomState } from '../../lib/room/state.ts';
import { openSlips } from '../../lib/room/voice.ts';
import { later } from '../frame/later.tsx';
import { useText } from '../frame/use-text.ts';
import { useDoing, type View, views } from '../store.ts';
import type { Drafts, RoomActions, RoomShop, ScriptsRead, Suggest } from './actions.ts';
import { riskyTexts } from './judge.ts';
import { Live } from './Live.tsx';
import { QuestionDesk } from './QuestionDesk.tsx';
import styles from './tabs.module.css';
import { useJudge } from './use-judge.ts';

const RoomFeed = later(() => import('../viewers/RoomFeed.tsx').then((loaded) => loaded.RoomFeed));
const DayTab = later(() => import('../day/DayTab.tsx').then((loaded) => loaded.DayTab));
const Compliance = later(() => import('./Compliance.tsx').then((loaded) => loaded.Compliance));
const Acts = later(() => import('./Acts.tsx').then((loaded) => loaded.Acts));

export interface RoomProps {
  checker: Checker | null;
  suggest: Suggest;
  /** how far the scripts have been read; nothing is read in a replay */
  read?: ScriptsRead | undefined;
  /** absent without a model provider */
  drafts?: Drafts | null;
  /** absent in a replay */
  shop?: RoomShop | null;
  /** null in a replay */
  actions: RoomActions | null;
}

/** A room in one narrow column. */
export function RoomTabs(props: RoomProps) {
  const text = useText();
  const view = useDoing((doing) => doing.view);
  const set = useDoing((doing) => doing.set);
  const reply = props.actions
    ? (row: FeedRow) => set({ view: 'questions', question: row.id, choice: 0 })
    : undefined;
  const { actions } = props;
  const pin = actions
    ? ({ id, text }: FeedRow) =>
        void actions.prompt({ id, what: 'comment', by: 'control', asked: text, words: '', product: null })
    : undefined;
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
            <Live>{(state) => <Count view={name} state={state} />}</Live>
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="questions">
        <Live>{(state) => <QuestionDesk {...props} state={state} />}</Live>
      </Tabs.Panel>
      <Tabs.Panel value="comments">
        <RoomFeed onReply={reply} onPin={pin} />
      </Tabs.Panel>
      <Tabs.Panel value="day">
        <DayTab {...props} />
      </Tabs.Panel>
      <Tabs.Panel value="compliance">
        <Live>
          {(state) => (
            <Compliance
              state={state}
              products={props.shop?.products}
              onCorrect={
                props.actions ? (of, how) => props.actions?.record({ kind: 'correct', of, how }) : undefined
              }
            />
          )}
        </Live>
      </Tabs.Panel>
      <Tabs.Panel value="acts">
        <Live>{(state) => <Acts state={state} />}</Live>
      </Tabs.Panel>
    </Tabs>
  );
}

/** How much there is to do behind a tab. */
function Count({ view, state }: { view: View; state: RoomState }) {
  const judge = useJudge();
  const isDraftBad = view === 'compliance' && (state.draft?.findings.some(isBlocking) ?? false);
  const spoken = view === 'compliance' ? openSlips(state.voice).length : 0;
  const risky = view === 'compliance' ? riskyTexts(state, judge).length + (isDraftBad ? 1 : 0) + spoken : 0;
  const count = view === 'questions' ? state.figures.waiting : risky;
  if (count === 0) return null;
  return (
    <span className={styles.count} data-bad={isDraftBad || spoken > 0}>
      {count}
    </span>
  );
}
