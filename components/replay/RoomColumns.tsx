import { useText } from '../frame/use-text.ts';
import { Acts } from '../room/Acts.tsx';
import { Compliance } from '../room/Compliance.tsx';
import { Feed } from '../room/Feed.tsx';
import { QuestionDesk } from '../room/QuestionDesk.tsx';
import type { RoomProps } from '../room/RoomTabs.tsx';
import styles from './replay.module.css';

/** A room side by side, where there is width for it. */
export function RoomColumns(props: RoomProps) {
  const { state, version, judge } = props;
  const text = useText();
  return (
    <div className={styles.columns}>
      <section aria-label={text.views.questions}>
        <h2>{text.views.questions}</h2>
        <QuestionDesk {...props} />
      </section>
      <section aria-label={text.views.comments}>
        <h2>{text.views.comments}</h2>
        <Feed rows={state.feed} version={version} total={state.figures.comments} judge={judge} />
      </section>
      <div className={styles.pair}>
        <section aria-label={text.views.compliance}>
          <h2>{text.views.compliance}</h2>
          <Compliance state={state} judge={judge} />
        </section>
        <section aria-label={text.views.acts}>
          <h2>{text.views.acts}</h2>
          <Acts state={state} />
        </section>
      </div>
    </div>
  );
}
