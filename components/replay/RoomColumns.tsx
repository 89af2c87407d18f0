import { DayTab } from '../day/DayTab.tsx';
import { useText } from '../frame/use-text.ts';
import { Acts } from '../room/Acts.tsx';
import { Compliance } from '../room/Compliance.tsx';
import { Live } from '../room/Live.tsx';
import { QuestionDesk } from '../room/QuestionDesk.tsx';
import type { RoomProps } from '../room/RoomTabs.tsx';
import { RoomFeed } from '../viewers/RoomFeed.tsx';
import styles from './replay.module.css';

/** A room side by side, where there is width for it. */
export function RoomColumns(props: RoomProps) {
  const text = useText();
  return (
    <div className={styles.columns}>
      <section aria-label={text.views.questions}>
        <h2>{text.views.questions}</h2>
        <Live>{(state) => <QuestionDesk {...props} state={state} />}</Live>
      </section>
      <section aria-label={text.views.comments}>
        <h2>{text.views.comments}</h2>
        <RoomFeed />
      </section>
      <section aria-label={text.views.day}>
        <h2>{text.views.day}</h2>
        <DayTab {...props} />
      </section>
      <div className={styles.pair}>
        <section aria-label={text.views.compliance}>
          <h2>{text.views.compliance}</h2>
          <Live>{(state) => <Compliance state={state} />}</Live>
        </section>
        <section aria-label={text.views.acts}>
          <h2>{text.views.acts}</h2>
          <Live>{(state) => <Acts state={state} />}</Live>
        </section>
      </div>
    </div>
  );
}
