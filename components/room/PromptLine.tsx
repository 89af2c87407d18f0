import { shownCard } from '../../lib/prompter/turn.ts';
import type { RoomState } from '../../lib/room/state.ts';
import { useText } from '../frame/use-text.ts';
import type { RoomActions } from './actions.ts';
import styles from './replies.module.css';

interface Props {
  state: RoomState;
  actions: RoomActions | null;
}

/** What stands before the host now, and the way to take it down. */
export function PromptLine({ state, actions }: Props) {
  const { prompter } = useText();
  const card = shownCard(state);
  if (!card) return null;
  return (
    <p className={styles.onScreen} role="status">
      <bdi>{prompter.onScreen(card.asked)}</bdi>
      {actions && (
        <button type="button" onClick={() => actions.turn(null)}>
          {prompter.takeDown}
        </button>
      )}
    </p>
  );
}
