import type { RoomProps } from '../room/RoomTabs.tsx';
import roomStyles from '../room/room.module.css';
import { FigureBoard } from './figures/FigureBoard.tsx';
import { HotWords } from './figures/HotWords.tsx';
import { Ticking } from './Ticking.tsx';

/** The rhythm of the broadcast: one section after the other. */
export function DayTab(_props: RoomProps) {
  return (
    <div className={roomStyles.scroll}>
      <Ticking>
        {(state, now) => (
          <>
            <FigureBoard state={state} />
            <HotWords state={state} now={now} />
          </>
        )}
      </Ticking>
    </div>
  );
}
