import { Button, Switch } from '@mantine/core';
import { useCallback, useState } from 'react';
import { formatCount, formatDate } from '../../lib/i18n/format.ts';
import { isStale, readListAddress } from '../../lib/lists/subscription.ts';
import type { ListHead } from '../../lib/lists/word-list.ts';
import type { Database } from '../../lib/log/database.ts';
import { takeHeld } from '../../lib/log/subscriptions.ts';
import { Confirm } from '../frame/Confirm.tsx';
import { useText } from '../frame/use-text.ts';
import { askToReach } from '../reach.ts';
import { useBy, useLog, useWatch } from '../use-log.ts';
import styles from './intake.module.css';
import { leaveList } from './leave-list.ts';
import { updateNow } from './use-list-updates.ts';
import { WhatIfDialog } from './WhatIfDialog.tsx';

/** Where a list comes from, how that goes, and what waits for a person. Nothing for a list without a subscription. */
export function SubscriptionLine({ list }: { list: Pick<ListHead, 'id' | 'name'> }) {
  const words = useText().intake;
  const db = useLog();
  const by = useBy();
  const { id, name } = list;
  const query = useCallback(async (log: Database) => (await log.subscriptions.get(id)) ?? null, [id]);
  const { value: subscription } = useWatch(query);
  const [opened, setOpened] = useState<'look' | 'leave' | null>(null);
  const [isRemoved, setRemoved] = useState(false);
  const [isBusy, setBusy] = useState(false);
  if (!subscription) return null;

  const { url, expires, goodAt, checkedAt, trouble, key, dropped, held } = subscription;
  const update = async () => {
    setBusy(true);
    const address = readListAddress(url);
    // asked again in the click's own task, for who took it back
    if (address && trouble === 'no-permission') await askToReach(address.origin);
    await updateNow([subscription]).catch(() => {});
    setBusy(false);
  };
  return (
    <div className={styles.status}>
      <bdi>{url}</bdi>
      <span>{words.good(formatDate(goodAt))}</span>
      {checkedAt !== goodAt && <span>{words.checked(formatDate(checkedAt))}</span>}
      <span>{words.every(formatCount(Math.round(expires / 3_600_000)))}</span>
      {key && <span>{words.signed}</span>}
      {dropped !== undefined && <span>{words.dropped(formatCount(dropped))}</span>}
      {isStale(subscription, Date.now()) && <b className={styles.trouble}>{words.overdue}</b>}
      {trouble && (
        <span className={styles.trouble} role="status">
          {words.troubles[trouble]}。{words.kept}
        </span>
      )}
      <Button size="compact-xs" variant="default" loading={isBusy} onClick={() => void update()}>
        {trouble === 'no-permission' ? words.allowAgain : words.updateNow}
      </Button>
      <Button size="compact-xs" variant="subtle" onClick={() => setOpened('leave')}>
        {words.unsubscribe}
      </Button>
      {held && (
        <span className={styles.held} role="status">
          {words.held(formatCount(held.flags), formatCount(held.of))}{' '}
          <Button size="compact-xs" variant="default" onClick={() => setOpened('look')}>
            {words.see}
          </Button>
        </span>
      )}
      {opened === 'look' && held && (
        <WhatIfDialog
          title={name}
          proposal={{ kind: 'content', list: id, hash: held.hash }}
          yes={words.takeHeld}
          onApply={() => takeHeld(db, id, Date.now(), by(url))}
          onClose={() => setOpened(null)}
        />
      )}
      <Confirm
        isOpen={opened === 'leave'}
        title={words.unsubscribeTitle(name)}
        yes={words.unsubscribe}
        onYes={() =>
          leaveList(db, id, isRemoved, by(url)).then(
            () => null,
            () => words.failed,
          )
        }
        onClose={() => setOpened(null)}
      >
        <p className={styles.note}>{words.unsubscribeHint}</p>
        <Switch
          size="xs"
          mb="sm"
          label={words.alsoRemove}
          checked={isRemoved}
          onChange={(event) => setRemoved(event.currentTarget.checked)}
        />
      </Confirm>
    </div>
  );
}
