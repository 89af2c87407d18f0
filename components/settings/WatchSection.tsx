import { Button, Checkbox, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { defaultWatch } from '../../lib/alarm/watch.ts';
import { readQuiet, readWords, writeQuiet, writeWords } from '../../lib/alarm/watch-text.ts';
import { readWatch, saveWatch } from '../../lib/log/watch.ts';
import { type AlarmKind, alarmKinds, Watch } from '../../lib/model.ts';
import page from '../console/page.module.css';
import { useText } from '../frame/use-text.ts';
import { useLog, useWatch } from '../use-log.ts';
import { NotifySwitch } from './NotifySwitch.tsx';
import styles from './watch.module.css';

/** What alarms go by: kinds, thresholds, watched words, quiet hours. Each change is kept at once. */
export function WatchSection() {
  const db = useLog();
  const watch = useWatch(readWatch).value;
  const words = useText().alarm.settings;
  const [failed, setFailed] = useState(false);
  if (!watch) return null;
  const change = (part: Partial<Watch>) => {
    const next = Watch.safeParse({ ...watch, ...part });
    if (!next.success) return setFailed(true);
    saveWatch(db, next.data).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  };
  return (
    <section className={styles.watch} aria-label={words.title}>
      <h2 className={page.section}>{words.title}</h2>
      <p className={page.note}>{words.hint}</p>
      <Kinds off={watch.off} onChange={(off) => change({ off })} />
      <Thresholds watch={watch} onChange={change} />
      <Words key={writeWords(watch.words)} watch={watch} onChange={change} />
      <Quiet key={writeQuiet(watch.quiet)} watch={watch} onChange={change} />
      <NotifySwitch />
      {failed && <p role="alert">{words.failed}</p>}
      <Button size="xs" variant="default" onClick={() => change(defaultWatch)}>
        {words.reset}
      </Button>
    </section>
  );
}

function Kinds({ off, onChange }: { off: Watch['off']; onChange(off: AlarmKind[]): void }) {
  const text = useText().alarm;
  return (
    <div className={styles.kinds}>
      {alarmKinds.map((kind) => (
        <Checkbox
          key={kind}
          size="xs"
          label={text.kinds[kind]}
          aria-label={text.settings.on(text.kinds[kind])}
          checked={!off.includes(kind)}
          onChange={({ currentTarget }) =>
            onChange(currentTarget.checked ? off.filter((one) => one !== kind) : [...off, kind])
          }
        />
      ))}
    </div>
  );
}

interface PartProps {
  watch: Watch;
  onChange(part: Partial<Watch>): void;
}

function Thresholds({ watch, onChange }: PartProps) {
  const words = useText().alarm.settings;
  const { negative, waiting, stock } = watch;
  const fields: [label: string, value: number, min: number, max: number, set: (value: number) => void][] = [
    [words.sigmas, watch.sigmas, 1, 10, (sigmas) => onChange({ sigmas })],
    [
      words.share,
      Math.round(negative.share * 100),
      1,
      100,
      (share) => onChange({ negative: { ...negative, share: share / 100 } }),
    ],
    [
      words.over,
      Math.round(negative.over * 100),
      1,
      100,
      (over) => onChange({ negative: { ...negative, over: over / 100 } }),
    ],
    [words.complaints, watch.complaints, 1, 10_000, (complaints) => onChange({ complaints })],
    [
      words.waitSeconds,
      waiting.seconds,
      5,
      7200,
      (seconds) => onChange({ waiting: { ...waiting, seconds } }),
    ],
    [words.waitPeople, waiting.people, 1, 1000, (people) => onChange({ waiting: { ...waiting, people } })],
    [words.refill, stock.refill, 0, 1_000_000, (refill) => onChange({ stock: { ...stock, refill } })],
    [words.urgent, stock.urgent, 0, 1_000_000, (urgent) => onChange({ stock: { ...stock, urgent } })],
    [words.stop, stock.stop, 0, 1_000_000, (stop) => onChange({ stock: { ...stock, stop } })],
    [words.coolDown, watch.coolDown, 0, 7200, (coolDown) => onChange({ coolDown })],
  ];
  return (
    <div className={styles.fields}>
      {fields.map(([label, value, min, max, set]) => (
        <NumberInput
          key={label}
          size="xs"
          label={label}
          value={value}
          min={min}
          max={max}
          allowDecimal={label === words.sigmas}
          clampBehavior="strict"
          onChange={(next) => {
            if (typeof next === 'number' && next >= min && next <= max) set(next);
          }}
        />
      ))}
    </div>
  );
}

/** Kept when the field is left: half a word is none. */
function Words({ watch, onChange }: PartProps) {
  const words = useText().alarm.settings;
  const [text, setText] = useState(writeWords(watch.words));
  const [wrong, setWrong] = useState<string | null>(null);
  const keep = () => {
    const read = readWords(text);
    if (read.ok) onChange({ words: read.words });
    setWrong(read.ok ? null : words.badLines(read.lines.slice(0, 5).join(', ')));
  };
  return (
    <Textarea
      size="xs"
      w={320}
      label={words.words}
      description={words.wordsHint}
      error={wrong}
      autosize
      minRows={4}
      maxRows={12}
      maxLength={20_000}
      value={text}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      onBlur={keep}
    />
  );
}

function Quiet({ watch, onChange }: PartProps) {
  const words = useText().alarm.settings;
  const [text, setText] = useState(writeQuiet(watch.quiet));
  const [isWrong, setWrong] = useState(false);
  const keep = () => {
    const quiet = readQuiet(text);
    setWrong(quiet === undefined);
    if (quiet !== undefined) onChange({ quiet });
  };
  return (
    <TextInput
      size="xs"
      w={320}
      label={words.quiet}
      description={words.quietHint}
      error={isWrong && words.badQuiet}
      placeholder="23:00-07:30"
      maxLength={20}
      value={text}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      onBlur={keep}
    />
  );
}
