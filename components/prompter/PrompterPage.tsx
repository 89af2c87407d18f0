import { useMemo } from 'react';
import { useText } from '../frame/use-text.ts';
import { isRunning } from '../panel/pick-session.ts';
import { useRoomActions } from '../panel/use-room-actions.ts';
import { useShelf } from '../panel/use-shelf.ts';
import { useSuggest } from '../panel/use-suggest.ts';
import { ClockContext, createTicker } from '../room/clock.ts';
import { Live, RoomContext } from '../room/Live.tsx';
import { useChecker } from '../use-checker.ts';
import { useEngine } from '../use-engine.ts';
import { useCalmSessions, useOf, useRoom } from '../use-log.ts';
import { Blank } from './Blank.tsx';
import { Prompter } from './Prompter.tsx';
import { Screen } from './Screen.tsx';

const none: never[] = [];

/** The host's window: one question and what to say, of the session that was wanted, or the newest that runs. */
export function PrompterPage({ wanted }: { wanted: string | null }) {
  const text = useText();
  const { value } = useCalmSessions();
  const now = Date.now();
  const running = (value ?? none).filter((one) => isRunning(one, now));
  const session = running.find(({ id }) => id === wanted) ?? running[0] ?? null;
  const over = session ? null : (value?.find(({ id }) => id === wanted) ?? null);

  const room = useRoom(session?.id ?? null);
  const engine = useEngine(useOf(room, (view) => view.version > 0) ?? false);
  const { checker } = useChecker(engine, session);
  const { shelf } = useShelf(engine !== null);
  const { suggest } = useSuggest({ engine, checker, platform: session?.platform ?? null, room, shelf });
  const { actions, unwritten } = useRoomActions(session, engine, checker);
  const clock = useMemo(() => createTicker(), []);
  if (!session || !room) {
    const { ended, noRoom, noRoomHint } = text.prompter;
    return <Screen>{value && <Blank title={over ? ended : noRoom} hint={noRoomHint} />}</Screen>;
  }
  return (
    <ClockContext value={clock}>
      <RoomContext value={room}>
        <Live>
          {(state) => (
            <Prompter
              state={state}
              actions={actions}
              suggest={suggest}
              products={shelf?.products}
              unwritten={unwritten}
            />
          )}
        </Live>
      </RoomContext>
    </ClockContext>
  );
}
