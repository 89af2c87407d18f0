import { Live } from '../room/Live.tsx';
import type { RoomProps } from '../room/RoomTabs.tsx';
import roomStyles from '../room/room.module.css';
import { FigureBoard } from './figures/FigureBoard.tsx';
import { HotWords } from './figures/HotWords.tsx';
import { PlanSection } from './plans/PlanSection.tsx';
import { ShowSection } from './show/ShowSection.tsx';
import { Ticking } from './Ticking.tsx';
import { ToolSection } from './tools/ToolSection.tsx';

/** The rhythm of the broadcast: one section after the other. */
export function DayTab({ actions, checker }: RoomProps) {
  return (
    <div className={roomStyles.scroll}>
      <Live>{(state) => <ShowSection state={state} actions={actions} checker={checker} />}</Live>
      <Live>{(state) => <PlanSection state={state} actions={actions} checker={checker} />}</Live>
      <Live>{(state) => <ToolSection state={state} actions={actions} checker={checker} />}</Live>
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
