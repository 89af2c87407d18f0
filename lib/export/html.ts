import {
  formatClock,
  formatCount,
  formatDate,
  formatLength,
  formatSeconds,
  formatShare,
} from '../i18n/format.ts';
import type { Text } from '../i18n/zh-cn.ts';
import type { Suggestion } from '../report/advise.ts';
import type { Report } from '../report/report.ts';
import { type Part, shareOf } from '../report/statistics.ts';
import { daySections } from './html-day.ts';
import { bars, curves, plain, section, table } from './markup.ts';

const shown = 20;
const wait = (ms: number): string => (ms < 60_000 ? formatSeconds(ms) : formatLength(ms));
const hour = (ms: number): string => formatClock(ms).slice(0, 5);

const style = `body{max-width:960px;margin:24px auto;padding:0 16px;color:#1b1d22;background:#fff;font:14px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif}h1{font-size:22px;margin:0}h2{font-size:16px;margin:32px 0 8px;border-bottom:1px solid #e3e4e8;padding-bottom:4px}.hint,small{color:#5c616b;font-size:12px;margin:0 0 8px}dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(130px,1fr));gap:12px}dt{color:#5c616b;font-size:12px}dd{margin:0}dd b{font-size:20px;font-weight:600}table{border-collapse:collapse;width:100%;font-size:13px}th,td{border-bottom:1px solid #e3e4e8;padding:4px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}svg{width:100%;height:auto;font-size:12px;fill:#1b1d22}svg rect{fill:#5f3dc4}svg line{stroke:#e3e4e8}svg path{fill:none;stroke-width:1.5}.c0{stroke:#5f3dc4}.c1{stroke:#a84300}svg .a0{fill:#f1edff;stroke:none}.t0{fill:#5f3dc4}.t1{fill:#a84300}.words{line-height:2;margin:0}.words span{margin-right:14px}blockquote{margin:4px 0;padding-left:10px;border-left:3px solid #e3e4e8}@media print{body{margin:0}section{break-inside:avoid}}@media(prefers-color-scheme:dark){body{background:#17181b;color:#e7e8ea}svg{fill:#e7e8ea}.hint,small,dt{color:#a2a7b0}h2,th,td{border-color:#33363c}svg .a0{fill:#2b2545}.c0{stroke:#b9a3ff}svg rect,.t0{fill:#b9a3ff}.c1{stroke:#ffb066}.t1{fill:#ffb066}}`;

/**
 * A report as one HTML file: its charts are drawings, nothing in it runs and nothing is loaded, so that it can be
 * mailed and opened anywhere. Every text in it is escaped. Pure.
 */
export function renderReport(report: Report, text: Text, language: string): string {
  const words = text.report;
  const title = `${words.title} · ${report.title || text.sessions.untitled}`;
  const about = `${text.platforms[report.platform]} · ${formatDate(report.from)} – ${formatDate(report.until)}`;
  const body = [
    `<h1>${plain(title)}</h1><p class="hint">${plain(about)}</p>`,
    figures(report, text),
    section(words.advice, advice(report, text), words.adviceHint),
    section(words.minutes, minutes(report, text)),
    section(words.waits, waits(report, text), words.waitsHint),
    ...daySections(report, text),
    section(words.intents, intents(report, text)),
    section(words.sentiment, sentiment(report, text)),
    section(words.words, cloud(report), words.wordsHint),
    section(words.questions, questions(report, text)),
    section(words.products, products(report, text), words.productsHint),
    section(words.scripts, scripts(report, text), words.scriptsHint),
    section(
      words.found,
      found(report, text),
      report.found ? words.foundRules(report.found.rules.join(' ')) : undefined,
    ),
    section(words.overrides, overrides(report, text), words.overridesHint),
    section(words.unseen, unseen(report, text)),
  ];
  return `<!doctype html><html lang="${plain(language)}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="viewport" content="width=device-width"><title>${plain(title)}</title><style>${style}</style></head><body>${body.join('\n')}</body></html>\n`;
}

function figures(
  { comments, people, from, until, answers, interaction, own }: Report,
  { report: words }: Text,
): string {
  const share = (part: Part | null): string => {
    const found = part && shareOf(part);
    return found === null ? words.tooFew : formatShare(Math.min(1, found));
  };
  const of = ({ part, of: all }: Part) => words.of(formatCount(part), formatCount(all));
  const answered = { part: answers.answered, of: answers.asked - answers.dismissed };
  const spread = (value: number | null) => (value === null ? words.tooFew : wait(value));
  const rows: [string, string, string?][] = [
    [words.figures.comments, formatCount(comments)],
    [words.figures.people, formatCount(people)],
    [words.figures.length, formatLength(until - from)],
    [
      words.figures.interaction,
      interaction ? share(interaction) : words.unknown,
      interaction ? of(interaction) : words.figures.interactionUnknown,
    ],
    [words.figures.answered, share(answered), of(answered)],
    [words.figures.median, spread(answers.waits.median), words.n(formatCount(answers.waits.n))],
    [words.figures.p90, spread(answers.waits.p90), words.n(formatCount(answers.waits.n))],
    [words.figures.handling, spread(answers.handling.median), words.n(formatCount(answers.handling.n))],
    [words.figures.own, formatCount(own)],
  ];
  const isWeak = (value: string) => value === words.tooFew || value === words.unknown;
  return `<dl>${rows.map(([name, value, note]) => `<div><dt>${plain(name)}</dt><dd>${isWeak(value) ? plain(value) : `<b>${plain(value)}</b>`}</dd>${note ? `<dd><small>${plain(note)}</small></dd>` : ''}</div>`).join('')}</dl>`;
}

function advice({ advice: { suggestions } }: Report, { report: words }: Text): string {
  const one = (suggestion: Suggestion): string => {
    const [what, why, quote] = say(suggestion, words);
    return `<li><b><bdi>${plain(what)}</bdi></b><br><small>${plain(why)}</small>${quote ? `<blockquote><bdi>${plain(quote)}</bdi></blockquote>` : ''}</li>`;
  };
  return suggestions.length > 0 ? `<ol>${suggestions.map(one).join('')}</ol>` : '';
}

function say(one: Suggestion, words: Text['report']): [what: string, why: string, quote?: string | null] {
  switch (one.kind) {
    case 'write-script': {
      const why = words.writeScriptWhy(
        formatCount(one.asks),
        formatCount(one.people),
        formatCount(one.answers),
      );
      return [words.writeScript(one.question), why, one.reply];
    }
    case 'answer-it':
      return [
        words.answerIt(one.question),
        words.answerItWhy(formatCount(one.asks), formatCount(one.people)),
        one.text,
      ];
    case 'slow':
      return [
        words.slow(hour(one.from), hour(one.to)),
        words.slowWhy(wait(one.median), formatCount(one.answers), wait(one.usual), formatCount(one.comments)),
      ];
    case 'adopt-edit':
      return [
        words.adoptEdit(one.text),
        words.adoptEditWhy(formatCount(one.edited.part), formatCount(one.edited.of)),
        one.wording,
      ];
    case 'reword':
      return [
        words.reword(one.found.term),
        words.rewordWhy(formatCount(one.found.count), one.found.basis),
        one.sentence,
      ];
    case 'add-facts':
      return [words.addFacts(one.title), words.addFactsWhy(formatCount(one.asked))];
    case 'calm': {
      const usual = one.usual.of === 0 ? words.tooFew : formatShare(one.usual.part / one.usual.of);
      return [
        words.calm(hour(one.from), hour(one.to)),
        words.calmWhy(formatCount(one.negative.part), formatCount(one.negative.of), usual),
      ];
    }
    case 'unused':
      return [words.unused(one.text), words.unusedWhy(formatCount(one.shown))];
  }
}

function minutes({ minutes: all }: Report, { report: words }: Text): string {
  const lines = [
    {
      name: words.commentsLine,
      points: all.map(({ at, comments }) => [at, comments] as const),
      isArea: true,
    },
    { name: words.questionsLine, points: all.map(({ at, questions: asked }) => [at, asked] as const) },
  ];
  return curves(lines, { time: hour, value: formatCount });
}

/** Fewer answers than this in a block say nothing. */
const fewAnswers = 5;

function waits({ blocks, answers }: Report, { report: words }: Text): string {
  const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? null;
  const points = blocks.map(
    ({ at, waits: waited }) => [at, waited.length < fewAnswers ? null : median(waited)] as const,
  );
  const levels = Object.entries(answers.within) as [keyof typeof answers.within, Part][];
  return (
    curves([{ name: words.waitsLine, points }], { time: hour, value: wait }) +
    table(
      [words.levels, words.share, words.count],
      levels.map(([level, part]) => {
        const share = shareOf(part);
        return [
          words.level[level],
          share === null ? words.tooFew : formatShare(share),
          words.of(formatCount(part.part), formatCount(part.of)),
        ];
      }),
    )
  );
}

const intents = ({ intents: found }: Report, { intents: names }: Text): string =>
  bars(
    found
      .slice(0, shown)
      .map(({ intent, count }) => ({ name: names[intent], value: count, said: formatCount(count) })),
  );

function sentiment(
  { sentiment: { positive, negative, of } }: Report,
  {
    report: words,
    export: {
      sheet: { sentiments: sheet },
    },
  }: Text,
): string {
  const row = (name: string, value: number) => ({
    name,
    value,
    said: words.of(formatCount(value), formatCount(of)),
  });
  if (of === 0) return '';
  return bars([
    row(words.positive, positive),
    row(sheet.neutral, of - positive - negative),
    row(words.negative, negative),
  ]);
}

function cloud({ words: found }: Report): string {
  const most = found[0]?.count ?? 0;
  if (most === 0) return '';
  const spans = found.map(({ word, count }) => {
    const size = 12 + Math.round(20 * Math.sqrt(count / most));
    return `<span style="font-size:${size}px">${plain(word)} <small>${formatCount(count)}</small></span>`;
  });
  return `<p class="words">${spans.join(' ')}</p>`;
}

const questions = ({ questions: found }: Report, { report: words, intents: names }: Text): string =>
  table(
    [words.question, words.intents, words.asks, words.askers, words.answers],
    found
      .slice(0, shown)
      .map(({ text, intent, asks, people, answers }) => [
        text,
        names[intent],
        formatCount(asks),
        formatCount(people),
        answers > 0 ? formatCount(answers) : words.isOpen,
      ]),
    2,
  );

const products = ({ products: found }: Report, { report: words }: Text): string =>
  table(
    [words.product, words.named, words.during, words.asked, words.explained],
    found
      .slice(0, shown)
      .map(({ title, number, named, during, asked, explained }) => [
        number === null ? title : `${number} · ${title}`,
        ...[named, during, asked].map(formatCount),
        formatLength(explained),
      ]),
  );

const scripts = ({ scripts: found }: Report, { report: words }: Text): string =>
  table(
    [
      words.script,
      words.shown,
      words.accepted,
      words.filled,
      words.edited,
      words.sentAsIs,
      words.sentChanged,
    ],
    found
      .slice(0, shown)
      .map(({ id, text, shown: offered, accepted, filled, edited, sentAsIs, sentChanged }) => [
        id === 'draft' ? words.draft : (text ?? `${id} ${words.deleted}`),
        ...[offered, accepted.part, filled, edited, sentAsIs, sentChanged].map(formatCount),
      ]),
  );

function found({ found: all }: Report, { report: words, findings, rules }: Text): string {
  if (!all) return `<p>${plain(words.foundUnjudged)}</p>`;
  const rows = (title: string, terms: typeof all.own) =>
    `<h3>${plain(title)}</h3>${
      table(
        [words.term, rules.severity, words.basis, words.count],
        terms
          .slice(0, shown)
          .map(({ term, severity, basis, count }) => [
            term,
            findings.severity[severity],
            basis,
            formatCount(count),
          ]),
        3,
      ) || `<p>${plain(words.foundNone)}</p>`
    }`;
  return rows(words.foundOwn, all.own) + rows(words.foundViewers, all.viewers);
}
const overrides = ({ overrides: all }: Report, { report: words }: Text): string =>
  table(
    [words.time, words.text, words.reason],
    all.map(({ at, text: said, reason }) => [formatClock(at), said, reason]),
    3,
  );

function unseen({ unseen: all }: Report, { report: words }: Text): string {
  const { away, gaps, lost, recovered, unreadable, rejected, pending } = all;
  const said = [
    ...(gaps.length > 0 ? [words.unseenAway(formatLength(away), formatCount(gaps.length))] : []),
    ...(lost + recovered > 0 ? [words.unseenLost(formatCount(lost), formatCount(recovered))] : []),
    ...(unreadable > 0 ? [words.unseenUnreadable(formatCount(unreadable))] : []),
    ...(rejected > 0 ? [words.unseenRejected(formatCount(rejected))] : []),
    ...(pending > 0 ? [words.unseenPending(formatCount(pending))] : []),
    words.unseenOnly,
    words.unseenSpoken,
  ];
  return `<ul>${said.map((line) => `<li>${plain(line)}</li>`).join('')}</ul>`;
}
