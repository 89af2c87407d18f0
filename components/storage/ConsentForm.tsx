import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { formatDay } from '../../lib/i18n/format.ts';
import type { LedgerEntry } from '../../lib/log/database.ts';
import { enterInLedger } from '../../lib/log/ledger.ts';
import { useText } from '../frame/use-text.ts';
import { useLog, useSessions } from '../use-log.ts';
import styles from './storage.module.css';

interface Props {
  /** a consent that is added to or taken back; null for a new one */
  about: { entry: LedgerEntry; what: 'withdrawal' | 'addition' } | null;
  onDone(): void;
}

const coverages = ['both', 'recording', 'analysis'] as const;

/** Notes who agreed to what, for which room, since when and by which proof; or what is to be added to that. */
export function ConsentForm({ about, onDone }: Props) {
  const db = useLog();
  const { keep: text } = useText();
  const { value: sessions } = useSessions();
  const rooms = [...new Set(sessions?.map(({ title }) => title).filter(Boolean))];
  const list = useId();
  const empty = { who: '', room: '', since: formatDay(Date.now()), proof: '' };
  const [form, setForm] = useState(empty);
  const [covers, setCovers] = useState<(typeof coverages)[number]>('both');
  const { who, room, since, proof } = form;
  const begins = Date.parse(`${since}T00:00`);
  const isWhole = [who, proof, about ? 'x' : room].every((field) => field.trim()) && begins > 0;

  const add = async () => {
    const entry = { at: Date.now(), who: who.trim(), why: proof.trim() };
    await enterInLedger(
      db,
      about
        ? { ...entry, what: about.what, ...(about.entry.id !== undefined && { of: about.entry.id }) }
        : { ...entry, what: 'consent', room: room.trim(), covers, since: begins },
    );
    setForm(empty);
    onDone();
  };
  const field = (name: keyof typeof empty, label: string, max: number, more: object = {}) => (
    <TextInput
      size="xs"
      label={label}
      maxLength={max}
      value={form[name]}
      onChange={(event) => setForm({ ...form, [name]: event.currentTarget.value })}
      {...more}
    />
  );
  const title = about ? text.deeds[about.what] : text.consent;
  return (
    <form
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <b>{title}</b>
      {about && (
        <p>{text.about(`${formatDay(about.entry.at)} ${about.entry.who} ${about.entry.room ?? ''}`)}</p>
      )}
      <div className={styles.row}>
        {field('who', about ? text.who : text.consentWho, 40)}
        {!about && (
          <>
            {field('room', text.consentRoom, 200, { list })}
            <datalist id={list}>
              {rooms.map((name) => (
                <option key={name} value={name} />
              ))}
            </datalist>
            {field('since', text.consentSince, 10, { type: 'date' })}
            <SegmentedControl
              size="xs"
              aria-label={text.consentCovers}
              value={covers}
              onChange={(value) => setCovers(value)}
              data={coverages.map((value) => ({ value, label: text.covers[value] }))}
            />
          </>
        )}
        {field('proof', about ? text.why : text.proof, 500, { className: styles.wide })}
        <Button size="xs" type="submit" variant="default" disabled={!isWhole}>
          {about ? title : text.add}
        </Button>
        {about && (
          <Button size="xs" variant="subtle" color="gray" onClick={onDone}>
            {text.cancel}
          </Button>
        )}
      </div>
    </form>
  );
}
