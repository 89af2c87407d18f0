import { useCallback, useContext, useMemo, useState } from 'react';
import { formatCount } from '../../lib/i18n/format.ts';
import type { FeedRow } from '../../lib/room/state.ts';
import { viewerId } from '../../lib/viewers/schema.ts';
import { useText } from '../frame/use-text.ts';
import { Feed } from '../room/Feed.tsx';
import { Live } from '../room/Live.tsx';
import { PlaceContext } from '../room/place.ts';
import { useJudge } from '../room/use-judge.ts';
import { PinnedContext, useViewers } from './use-viewers.ts';
import { ViewerCard } from './ViewerCard.tsx';
import styles from './viewers.module.css';

interface Props {
  onReply?: ((row: FeedRow) => void) | undefined;
  onPin?: ((row: FeedRow) => void) | undefined;
}

/** The room's comments with what is remembered of their authors; whom a person muted is left out, and that is said. */
export function RoomFeed(props: Props) {
  const { viewers: text } = useText();
  const platform = useContext(PlaceContext)?.platform;
  const judge = useJudge();
  const { viewers, keep } = useViewers();
  const [viewed, setViewed] = useState<FeedRow | null>(null);
  const [isShowing, setShowing] = useState(false);
  const idsOf = (read: 'isPinned' | 'isMuted') =>
    new Set([...viewers.values()].filter((one) => one[read]).map(({ id }) => id));
  const [muted, pinned] = useMemo(() => [idsOf('isMuted'), idsOf('isPinned')], [viewers]);
  const isMuted = useCallback(
    (row: FeedRow) => platform !== undefined && !row.anchor && muted.has(viewerId(row, platform)),
    [muted, platform],
  );
  return (
    <PinnedContext value={pinned}>
      <div className={styles.room}>
        {muted.size > 0 && (
          <Live>
            {({ feed }) => {
              const count = feed.reduce((sum, row) => sum + (isMuted(row) ? 1 : 0), 0);
              if (count === 0) return null;
              return (
                <p className={styles.strip}>
                  {text.muted(formatCount(muted.size), formatCount(count))}
                  <button type="button" aria-pressed={isShowing} onClick={() => setShowing(!isShowing)}>
                    {isShowing ? text.hide : text.show}
                  </button>
                </p>
              );
            }}
          </Live>
        )}
        <Live>
          {({ feed, figures, choruses }) => (
            <Feed
              rows={feed}
              total={figures.comments}
              judge={judge}
              choruses={choruses}
              isHidden={muted.size > 0 && !isShowing ? isMuted : undefined}
              onViewer={platform === undefined ? undefined : setViewed}
              {...props}
            />
          )}
        </Live>
      </div>
      {viewed && <ViewerCard who={viewed} viewers={viewers} onKeep={keep} onClose={() => setViewed(null)} />}
    </PinnedContext>
  );
}
