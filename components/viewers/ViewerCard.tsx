import { Modal, Switch, Textarea } from '@mantine/core';
import { useContext, useMemo, useState } from 'react';
import { formatClock, formatCount, formatDay } from '../../lib/i18n/format.ts';
import type { CommentEvent } from '../../lib/model.ts';
import { maskLeaks } from '../../lib/moderate/leaks.ts';
import type { Visit } from '../../lib/viewers/history.ts';
import { portraitOf } from '../../lib/viewers/portrait.ts';
import { type KeptViewer, mostViewers, viewerId } from '../../lib/viewers/schema.ts';
import { useText } from '../frame/use-text.ts';
import { PlaceContext } from '../room/place.ts';
import { PortraitLines } from './PortraitLines.tsx';
import { useVisits } from './use-visits.ts';
import styles from './viewers.module.css';

interface Props {
  who: Pick<CommentEvent, 'userId' | 'nick'>;
  viewers: ReadonlyMap<string, KeptViewer>;
  onKeep(viewer: KeptViewer): Promise<void>;
  onClose(): void;
}

const shownComments = 12;

/** One viewer: who they are to the shop and what that rests on, what they said, and what is remembered of them. */
export function ViewerCard({ who, viewers, onKeep, onClose }: Props) {
  const { viewers: text, common } = useText();
  const place = useContext(PlaceContext);
  const { visits, isDone } = useVisits(who);
  const portrait = useMemo(() => portraitOf(visits), [visits]);
  const id = place ? viewerId(who, place.platform) : '';
  const fresh = { id, nick: who.nick, note: '', isPinned: false, isMuted: false, at: 0 };
  const kept = viewers.get(id) ?? fresh;
  const [note, setNote] = useState(kept.note);
  const [hasFailed, setFailed] = useState(false);
  const keep = (change: Partial<KeptViewer>) => {
    onKeep({ ...kept, nick: who.nick, note: note.trim(), ...change, at: Date.now() }).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  };
  const close = () => {
    if (note.trim() !== kept.note) keep({});
    onClose();
  };
  return (
    <Modal
      opened
      onClose={close}
      title={<bdi>{text.title(who.nick)}</bdi>}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <div className={styles.card}>
        {who.userId === undefined && <p className={styles.hint}>{text.noId}</p>}
        <PortraitLines portrait={portrait} />
        {visits.map((visit, i) => (
          <VisitLines key={visit.session} visit={visit} isHere={i === 0} />
        ))}
        {!isDone && <p role="status">{text.reading}</p>}
        <Textarea
          size="xs"
          rows={2}
          label={text.note}
          description={text.noteHint}
          maxLength={mostViewers.note}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          onBlur={() => note.trim() !== kept.note && keep({})}
        />
        <Switch
          size="xs"
          label={text.pin}
          description={text.pinHint}
          checked={kept.isPinned}
          onChange={(event) => keep({ isPinned: event.currentTarget.checked })}
        />
        <Switch
          size="xs"
          label={text.mute}
          description={text.muteHint}
          checked={kept.isMuted}
          onChange={(event) => keep({ isMuted: event.currentTarget.checked })}
        />
        {hasFailed && <p role="alert">{text.notKept}</p>}
      </div>
    </Modal>
  );
}

/** What they did in one session, in figures, and what they said last. */
function VisitLines({ visit, isHere }: { visit: Visit; isHere: boolean }) {
  const { viewers: text } = useText();
  const { comments, questions, orders, carts, gifts } = visit.counts;
  const told = [
    text.counts.comments(formatCount(comments)),
    questions > 0 && text.counts.questions(formatCount(questions)),
    orders > 0 && text.counts.orders(formatCount(orders)),
    carts > 0 && text.counts.carts,
    gifts > 0 && text.counts.gifts(formatCount(gifts)),
  ].filter(Boolean);
  return (
    <details open={isHere}>
      <summary>
        <b>{isHere ? text.here : formatDay(visit.startedAt)}</b> {told.join(' · ')}
      </summary>
      <ol className={styles.said}>
        {visit.comments
          .slice(-shownComments)
          .toReversed()
          .map(({ seq, at, text: words }) => (
            <li key={seq}>
              <time>{formatClock(at)}</time> <bdi>{maskLeaks(words)}</bdi>
            </li>
          ))}
      </ol>
    </details>
  );
}
