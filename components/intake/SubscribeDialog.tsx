import { Button, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { readListAddress } from '../../lib/lists/subscription.ts';
import type { ListGroup, ListHead } from '../../lib/lists/word-list.ts';
import { useText } from '../frame/use-text.ts';
import { askToReach, leaveAlone, world } from '../reach.ts';
import { useBy } from '../use-log.ts';
import { GroupSelect } from './GroupSelect.tsx';
import styles from './intake.module.css';
import { useIntake } from './use-intake.ts';

interface Props {
  onTaken?(head: ListHead): void;
  onClose(): void;
}

/** Subscribes to a list: asks for its address, fetches and checks it, and keeps it switched off. */
export function SubscribeDialog({ onTaken, onClose }: Props) {
  const text = useText();
  const words = text.intake;
  const by = useBy();
  const { line } = useIntake();
  const [url, setUrl] = useState('');
  const [key, setKey] = useState('');
  const [group, setGroup] = useState<ListGroup>('industry');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const address = readListAddress(url);
  const isKey = key.trim() === '' || /^[\w+/-]{43}=?$/.test(key.trim());

  const subscribe = async (event: FormEvent) => {
    event.preventDefault();
    if (!address || !isKey) return;
    setProblem(null);
    setBusy(true);
    // in the click's own task: after an await Chrome refuses to ask
    const [wasAllowed, isAllowed] = await Promise.all([
      world.mayReach(address.origin),
      askToReach(address.origin),
    ]);
    if (!isAllowed) {
      setBusy(false);
      return setProblem(words.refusedPermission);
    }
    try {
      const made = await line().ask('subscribe', {
        url: address.url,
        name: address.host,
        group,
        key: key.trim(),
        who: by().who,
      });
      if (made.ok) {
        onTaken?.(made.head);
        return onClose();
      }
      setProblem(made.trouble === 'known' ? words.known : words.troubles[made.trouble]);
      if (!wasAllowed) await leaveAlone(address.origin);
    } catch {
      setProblem(words.failed);
    }
    setBusy(false);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
      title={words.subscribe}
      closeButtonProps={{ 'aria-label': text.common.close }}
    >
      <p className={styles.note}>{words.subscribeHint}</p>
      <form onSubmit={(event) => void subscribe(event)}>
        <TextInput
          size="xs"
          type="url"
          data-autofocus
          label={words.url}
          placeholder="https://"
          maxLength={500}
          value={url}
          error={url.length > 8 && !address && words.urlProblem}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
        <div className={styles.fields}>
          <GroupSelect value={group} onChange={setGroup} />
          <TextInput
            size="xs"
            label={words.key}
            maxLength={60}
            value={key}
            error={!isKey && words.keyProblem}
            onChange={(event) => setKey(event.currentTarget.value)}
          />
        </div>
        <p className={styles.note}>{words.keyHint}</p>
        {problem && <p role="alert">{problem}</p>}
        <div className={styles.bar} data-end>
          <Button size="xs" variant="default" onClick={onClose}>
            {text.common.cancel}
          </Button>
          <Button size="xs" type="submit" loading={isBusy} disabled={!address || !isKey}>
            {words.subscribe}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
