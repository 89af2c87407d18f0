import { Live } from '../room/Live.tsx';
import type { RoomProps } from '../room/RoomTabs.tsx';
import roomStyles from '../room/room.module.css';
import { FigureBoard } from './figures/FigureBoard.tsx';

/** The rhythm of the broadcast: one section after the other. */
export function DayTab(_props: RoomProps) {
  return (
    <div className={roomStyles.scroll}>
      <Live>{(state) => <FigureBoard state={state} />}</Live>
    </div>
  );
}
