import { formatCount, formatLength, formatShare } from '../../lib/i18n/format.ts';
import type { Report } from '../../lib/report/report.ts';
import { shareOf } from '../../lib/report/statistics.ts';
import { useText } from '../frame/use-text.ts';
import { formatWait } from './format.ts';
import styles from './report.module.css';

/** The figures one asks for first, each with its count. */
export function KeyFigures({ report }: { report: Report }) {
  const text = useText().report;
  const { comments, people, from, until, answers, interaction, own, backlog, unseen } = report;
  const { waits, handling } = answers;
  const seen = Math.max(60_000, until - from - unseen.away);
  const answered = { part: answers.answered, of: answers.asked - answers.dismissed };
  const answeredShare = shareOf(answered);
  const joined = interaction && shareOf(interaction);
  const wait = (value: number | null) => (value === null ? text.tooFew : formatWait(value));
  const figures: { name: string; value: string; note?: string; hint?: string }[] = [
    {
      name: text.figures.comments,
      value: formatCount(comments),
      ...(backlog > 0 && { note: `${text.figures.backlog} ${formatCount(backlog)}` }),
    },
    { name: text.figures.people, value: formatCount(people) },
    { name: text.figures.length, value: formatLength(until - from) },
    { name: text.figures.perMinute, value: (comments / (seen / 60_000)).toFixed(1) },
    {
      name: text.figures.interaction,
      value: joined == null ? (interaction ? text.tooFew : text.unknown) : formatShare(joined),
      note: interaction
        ? text.of(formatCount(interaction.part), formatCount(interaction.of))
        : text.figures.interactionUnknown,
      hint: text.figures.interactionHint,
    },
    {
      name: text.figures.answered,
      value: answeredShare === null ? text.tooFew : formatShare(Math.min(1, answeredShare)),
      note: text.of(formatCount(answered.part), formatCount(answered.of)),
    },
    { name: text.figures.median, value: wait(waits.median), note: text.n(formatCount(waits.n)) },
    { name: text.figures.p90, value: wait(waits.p90), note: text.n(formatCount(waits.n)) },
    {
      name: text.figures.handling,
      value: wait(handling.median),
      note: text.n(formatCount(handling.n)),
      hint: text.figures.handlingHint,
    },
    { name: text.figures.own, value: formatCount(own) },
  ];
  return (
    <dl className={styles.figures}>
      {figures.map(({ name, value, note, hint }) => (
        <div key={name} title={hint}>
          <dt>{name}</dt>
          <dd data-weak={value === text.tooFew || value === text.unknown}>{value}</dd>
          {note && <dd className={styles.count}>{note}</dd>}
        </div>
      ))}
    </dl>
  );
}
