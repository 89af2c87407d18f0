import { formatCount, formatLength, formatShare } from '../../lib/i18n/format.ts';
import { maskLeaks } from '../../lib/moderate/leaks.ts';
import { levels } from '../../lib/report/answers.ts';
import type { Report } from '../../lib/report/report.ts';
import { shareOf } from '../../lib/report/statistics.ts';
import { useText } from '../frame/use-text.ts';
import { Bars } from './Bars.tsx';
import { shareText } from './format.ts';
import styles from './report.module.css';
import { Section } from './Section.tsx';
import { SeqLink } from './SeqLink.tsx';
import { Table } from './Table.tsx';

const shown = 12;

/** In what time questions were answered, by the levels of the response plan. */
export function Levels({ report }: { report: Report }) {
  const text = useText().report;
  const { within, open, dismissed } = report.answers;
  const names = Object.keys(levels) as (keyof typeof levels)[];
  return (
    <Section title={text.levels} hint={text.levelsHint}>
      <Bars
        label={text.levels}
        most={100}
        bars={names.map((level) => ({
          key: level,
          name: text.level[level],
          value: (shareOf(within[level]) ?? 0) * 100,
          said: `${shareText(within[level], text)} · ${text.of(formatCount(within[level].part), formatCount(within[level].of))}`,
        }))}
      />
      <p className={styles.hint}>
        {text.openCount(formatCount(open))} · {text.dismissedCount(formatCount(dismissed))}
      </p>
    </Section>
  );
}

export function Intents({ report }: { report: Report }) {
  const { report: text, intents } = useText();
  return (
    <Section title={text.intents}>
      <Bars
        label={text.intents}
        bars={report.intents.slice(0, shown).map(({ intent, count }) => ({
          key: intent,
          name: intents[intent],
          value: count,
          said: `${formatCount(count)}${report.comments < 10 ? '' : ` · ${formatShare(count / report.comments)}`}`,
        }))}
      />
    </Section>
  );
}

export function Products({ report }: { report: Report }) {
  const text = useText().report;
  const named = report.products.reduce((sum, one) => sum + one.named, 0);
  return (
    <Section title={text.products} hint={text.productsHint} isWide>
      {report.products.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <Table
          label={text.products}
          heads={[text.product, text.named, text.share, text.during, text.asked, text.explained, text.facts]}
          numbers={[1, 2, 3, 4, 5, 6]}
          rows={report.products.slice(0, shown).map((one) => ({
            key: one.id,
            cells: [
              <bdi key="title">{one.number === null ? one.title : `${one.number} · ${one.title}`}</bdi>,
              formatCount(one.named),
              shareText({ part: one.named, of: named }, text),
              formatCount(one.during),
              formatCount(one.asked),
              formatLength(one.explained),
              one.row ? formatCount(one.row.facts) : text.noFacts,
            ],
          }))}
        />
      )}
    </Section>
  );
}

export function Questions({ report }: { report: Report }) {
  const { report: text, intents } = useText();
  const often = report.questions.slice(0, shown);
  return (
    <Section title={text.questions} isWide>
      {often.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <Table
          label={text.questions}
          heads={[text.question, text.intents, text.asks, text.askers, text.answers]}
          numbers={[2, 3, 4]}
          rows={often.map((one) => ({
            key: one.id,
            cells: [
              <SeqLink key="seq" session={report.session} seq={one.seq}>
                {maskLeaks(one.text)}
              </SeqLink>,
              intents[one.intent],
              formatCount(one.asks),
              formatCount(one.people),
              one.answers > 0 ? formatCount(one.answers) : text.isOpen,
            ],
          }))}
        />
      )}
    </Section>
  );
}

export function Replies({ report }: { report: Report }) {
  const text = useText().report;
  return (
    <Section title={text.scripts} hint={text.scriptsHint} isWide>
      {report.scripts.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <Table
          label={text.scripts}
          heads={[
            text.script,
            text.shown,
            text.accepted,
            text.filled,
            text.edited,
            text.sentAsIs,
            text.sentChanged,
            text.askedAgain,
          ]}
          numbers={[1, 2, 3, 4, 5, 6, 7]}
          rows={report.scripts.slice(0, shown).map((one) => ({
            key: one.id,
            cells: [
              <bdi key="text">
                {one.id === 'draft' ? text.draft : (one.text ?? `${one.id} ${text.deleted}`)}
              </bdi>,
              formatCount(one.shown),
              `${formatCount(one.accepted.part)}${shareOf(one.accepted) === null ? '' : ` · ${shareText(one.accepted, text)}`}`,
              formatCount(one.filled),
              formatCount(one.edited),
              formatCount(one.sentAsIs),
              formatCount(one.sentChanged),
              text.of(formatCount(one.askedAgain.part), formatCount(one.askedAgain.of)),
            ],
          }))}
        />
      )}
    </Section>
  );
}

export function Overrides({ report }: { report: Report }) {
  const text = useText().report;
  if (report.overrides.length === 0) return null;
  return (
    <Section title={text.overrides} hint={text.overridesHint} isWide>
      <Table
        label={text.overrides}
        heads={[text.text, text.term, text.reason]}
        rows={report.overrides.map((one) => ({
          key: String(one.seq),
          cells: [
            <SeqLink key="seq" session={report.session} seq={one.seq}>
              {one.text}
            </SeqLink>,
            one.terms.join('、'),
            <bdi key="reason">{one.reason}</bdi>,
          ],
        }))}
      />
    </Section>
  );
}
