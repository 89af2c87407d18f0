import { ActionIcon } from '@mantine/core';
import { useState } from 'react';
import { formatClock, formatCount, formatLength } from '../../lib/i18n/format.ts';
import { tellAlarm } from '../../lib/i18n/tell-alarm.ts';
import type { Trouble } from '../../lib/model.ts';
import { tellMoment } from '../day/tell-moment.ts';
import { Icon } from '../frame/icons.tsx';
import { useText } from '../frame/use-text.ts';
import { useShortcuts } from '../room/use-shortcuts.ts';
import { type Kind, kinds, type Stop, stopFrom } from './moments.ts';
import styles from './replay.module.css';

interface Props {
  stops: Record<Kind, readonly Stop[]>;
  /** the first seq that is not shown */
  seq: number;
  onJump(stop: Stop): void;
}

/** From one moment to the next of a kind: chosen by its name, walked with [ and ]. */
export function Jumps({ stops, seq, onJump }: Props) {
  const text = useText();
  const words = text.timeline;
  const [kind, setKind] = useState<Kind>('finding');
  const [said, setSaid] = useState('');
  const jump = (by: 1 | -1) => {
    const nth = stopFrom(stops[kind], seq, by);
    const stop = stops[kind][nth];
    if (!stop) return setSaid((by > 0 ? words.noNext : words.noPrevious)(words.kinds[kind]));
    setSaid(`${words.place(nth + 1, stops[kind].length)} ${formatClock(stop.at)} ${describe(stop, text)}`);
    onJump(stop);
  };
  useShortcuts({ '[': () => jump(-1), ']': () => jump(1) });

  return (
    <div className={styles.jumps}>
      <div className={styles.row}>
        <div className={styles.walk}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`${words.previous}：${words.kinds[kind]}`}
            title={`${words.previous}（[）`}
            onClick={() => jump(-1)}
          >
            <Icon name="left" />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`${words.next}：${words.kinds[kind]}`}
            title={`${words.next}（]）`}
            onClick={() => jump(1)}
          >
            <Icon name="right" />
          </ActionIcon>
        </div>
        <div className={styles.kinds} role="radiogroup" aria-label={words.kind}>
          {kinds.map((name) => (
            <label key={name} className={styles.kind} data-kind={name}>
              <input type="radio" name="kind" checked={kind === name} onChange={() => setKind(name)} />
              {words.kinds[name]} <b>{formatCount(stops[name].length)}</b>
            </label>
          ))}
        </div>
      </div>
      <output className={styles.said}>{said}</output>
    </div>
  );
}

function describe({ at, moment }: Stop, text: ReturnType<typeof useText>): string {
  const words = text.timeline.describe;
  if (!moment) return words.unanswered;
  switch (moment.what) {
    case 'said':
      return `${words.said}：${moment.text}`;
    case 'draft':
      return `${words.draft}：${moment.text}`;
    case 'fill':
      return `${moment.isOverride ? words.override : words.fill}：${moment.text}`;
    case 'sent':
      return `${words.sent}：${moment.text}`;
    case 'answer':
      return words[moment.how];
    case 'gap':
      return words.gap(formatLength(moment.to - moment.from), formatCount(moment.lost));
    case 'alarm': {
      const { what, why } = tellAlarm(moment.alarm, text);
      return why ? `${what} · ${why}` : what;
    }
    case 'trouble': {
      const trouble = moment.trouble as Trouble | null;
      return trouble && trouble in text.troubles ? text.troubles[trouble].what : words.trouble;
    }
    case 'product':
      return moment.title === null
        ? words.noProduct
        : `${words.product} ${moment.number === null ? '' : `${moment.number} `}${moment.title}`;
    case 'mark':
      return moment.text ? `${words.mark}：${moment.text}` : words.mark;
    default:
      return tellMoment(moment, at, text);
  }
}
