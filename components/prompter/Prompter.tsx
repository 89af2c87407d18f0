import { useContext } from 'react';
import { formatCount } from '../../lib/i18n/format.ts';
import { beforeOf, countWaiting, nextOf, shownCard } from '../../lib/prompter/turn.ts';
import type { Question, RoomState } from '../../lib/room/state.ts';
import type { ShopProduct } from '../../lib/shop/schema.ts';
import { useText } from '../frame/use-text.ts';
import type { RoomActions, Suggest } from '../room/actions.ts';
import { ClockContext } from '../room/clock.ts';
import { productAsked } from '../room/use-product.ts';
import { Blank } from './Blank.tsx';
import { Card } from './Card.tsx';
import { HostAlarms } from './HostAlarms.tsx';
import { HostLine } from './HostLine.tsx';
import styles from './prompter.module.css';
import { Screen } from './Screen.tsx';
import type { PromptActs } from './use-prompt-keys.ts';

/** How long the host waits for a reply (ms). */
const patience = 150;
const wait = (ms: number) => new Promise<null>((done) => setTimeout(done, ms, null));

interface Props {
  /** changed in place; whoever draws this knows when */
  state: RoomState;
  /** null until the rules are compiled */
  actions: RoomActions | null;
  suggest: Suggest;
  products: readonly ShopProduct[] | undefined;
  /** acts that are not in the log yet */
  unwritten: number;
}

/** What the host reads, and the host's hands on it: next, back, said. */
export function Prompter({ state, actions, suggest, products, unwritten }: Props) {
  const { prompter: text } = useText();
  const clock = useContext(ClockContext);
  const card = shownCard(state);

  /** A question that nobody has put up: with the best reply of the library, if there is one. */
  const pull = (question: Question) => {
    const product = productAsked(question, state.goods, products);
    const put = (found: Awaited<ReturnType<Suggest>>) => {
      const words = found?.[0]?.text ?? '';
      const wish = { id: question.id, what: 'question', by: 'host', asked: question.text, product } as const;
      // the rules for spoken words are stricter
      if (actions?.prompt({ ...wish, words }) === false) actions.prompt({ ...wish, words: '' });
    };
    const found = suggest(question, product);
    // scripts that are still being read are not waited for
    if (found instanceof Promise) void Promise.race([found, wait(patience)]).then(put);
    else put(found);
  };
  const acts: PromptActs = actions
    ? {
        next() {
          const next = nextOf(state, clock.now());
          if (!next) return;
          if ('card' in next) actions.turn(next.card);
          else pull(next.question);
        },
        back() {
          const before = beforeOf(state);
          if (before !== null) actions.turn(before);
        },
        ...(card && {
          spoken: () => (card.what === 'result' ? actions.turn(null) : actions.close(card.id, 'spoken')),
          clear: () => actions.turn(null),
        }),
      }
    : {};
  const waiting = countWaiting(state);
  return (
    <Screen acts={acts}>
      <HostLine state={state} waiting={waiting} />
      <HostAlarms state={state} />
      {card ? (
        <Card key={`${card.id} ${card.seq}`} card={card} state={state} />
      ) : (
        <Blank title={waiting > 0 ? text.waiting(formatCount(waiting)) : text.empty} hint={text.emptyHint} />
      )}
      {unwritten > 0 && <p className={styles.dim}>{text.notLogged}</p>}
    </Screen>
  );
}
