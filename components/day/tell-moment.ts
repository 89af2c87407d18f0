import { formatClock, formatCount, formatLength } from '../../lib/i18n/format.ts';
import { tellAlarm } from '../../lib/i18n/tell-alarm.ts';
import type { Text } from '../../lib/i18n/zh-cn.ts';
import type { DayMoment } from '../../lib/index/day-moments.ts';

/** Less than this is as planned (ms). */
const close = 10_000;

/** What was done about the broadcast itself at a moment of it, in words; `at` in ms epoch. */
export function tellMoment(moment: DayMoment, at: number, text: Text): string {
  const { plans, tools, prompter, show, alarm, voice } = text;
  const words = text.timeline.describe;
  switch (moment.what) {
    case 'segment': {
      const { name, planned, isUndone } = moment;
      const act = isUndone ? show.acts.segmentUndone : name === null ? show.acts.ended : show.acts.segment;
      return join([name === null ? act : `${act}：${name}`, planned === null ? '' : against(planned)]);
    }
    case 'plan':
      return drilled(`${plans.acts.plan}：${moment.name}`);
    case 'plan-step':
      return drilled(
        join([`${moment.isUndone ? plans.acts.stepUndone : plans.acts.step}：${moment.text}`, moment.name]),
      );
    case 'plan-close':
      return drilled(
        moment.how === null
          ? `${plans.acts.reopened}：${moment.name}`
          : join([`${plans.ends[moment.how]}：${moment.name}`, words.in(formatLength(moment.took))]),
      );
    case 'correction':
      return drilled(`${plans.acts.correction}：${moment.text}`);
    case 'prompt':
      return join([
        `${moment.by === 'host' ? prompter.acts.host : prompter.acts.prompt}：${moment.asked}`,
        moment.answer,
      ]);
    case 'tool':
      return `${tools.acts.tool}${tools.what[moment.tool]}：${moment.title}`;
    case 'tool-end': {
      const { votes, answers, people, isDropped } = moment;
      if (isDropped) return `${tools.acts.drop}：${moment.title}`;
      return join([
        `${tools.acts.close}：${moment.title}`,
        moment.tool === 'countdown' ? '' : tools.people(formatCount(people)),
        ...votes.map(({ name, count }) => `${name} ${formatCount(count)}`),
        answers ? tools.right(formatCount(answers.right), formatCount(answers.wrong)) : '',
      ]);
    }
    case 'draw':
      return `${tools.acts.draw}：${join([moment.title, `${formatCount(moment.winners)}/${formatCount(moment.candidates)}`])}`;
    case 'slip':
      return `${voice.risks}：${join([moment.text, moment.words.join('、')])}`;
    case 'put-right':
      return join([
        moment.how === 'corrected' ? voice.corrected : voice.falseHit,
        words.in(formatLength(moment.took)),
        moment.text,
      ]);
    case 'alarm-end':
      return join([
        `${alarm.acts[moment.how]}：${tellAlarm(moment.alarm, text).what}`,
        moment.who,
        words.in(formatLength(moment.took)),
      ]);
    case 'calm':
      return `${alarm.acts.calm}：${alarm.hold[moment.hold]}`;
  }

  function drilled(told: string): string {
    return 'isDrill' in moment && moment.isDrill ? `${plans.drill} · ${told}` : told;
  }
  function against(planned: number): string {
    const late = at - planned;
    const by =
      Math.abs(late) < close ? '' : (late > 0 ? words.late : words.early)(formatLength(Math.abs(late)));
    return join([`${show.report.planned} ${formatClock(planned)}`, by]);
  }
}

const join = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');
