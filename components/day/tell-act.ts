import { tellAlarm } from '../../lib/i18n/tell-alarm.ts';
import type { Text } from '../../lib/i18n/zh-cn.ts';
import type { ActEvent } from '../../lib/model.ts';
import type { RoomState } from '../../lib/room/state.ts';

/** What a person did about the broadcast itself, in words; null for what is no such act. */
export function tellAct(
  act: ActEvent,
  text: Text,
  state: Pick<RoomState, 'show' | 'plans' | 'alarms' | 'tools'>,
): { act: string; what: string } | null {
  const { show, plans, prompter, tools } = text;
  switch (act.kind) {
    case 'show':
      return { act: show.acts.show, what: act.plan.name };
    case 'segment':
      return {
        act: act.undone ? show.acts.segmentUndone : act.to === null ? show.acts.ended : show.acts.segment,
        what: act.to === null ? '' : (state.show.now?.plan.segments[act.to]?.name ?? ''),
      };
    case 'plan':
      return { act: plans.acts.plan, what: withDrill(act.plan.name) };
    case 'plan-step':
      return {
        act: act.undone ? plans.acts.stepUndone : plans.acts.step,
        what: withDrill(planOf(act.run)?.steps[act.step]?.text ?? ''),
      };
    case 'plan-note':
      return { act: plans.acts.note, what: withDrill(act.text) };
    case 'plan-close':
      return {
        act: act.undone ? plans.acts.reopened : plans.ends[act.how],
        what: withDrill(planOf(act.run)?.name ?? ''),
      };
    case 'correction':
      return { act: plans.acts.correction, what: withDrill(`${act.said} → ${act.corrected}`) };
    case 'alarm-close': {
      const alarm = state.alarms.list.find(({ id }) => id === act.alarm);
      return { act: text.alarm.acts[act.how], what: alarm ? tellAlarm(alarm, text).what : '' };
    }
    case 'calm':
      return { act: text.alarm.acts.calm, what: text.alarm.hold[act.hold] };
    case 'prompt':
      return {
        act: act.card.by === 'host' ? prompter.acts.host : prompter.acts.prompt,
        what: act.card.answer === '' ? act.card.asked : `${act.card.asked} → ${act.card.answer}`,
      };
    case 'tool':
      return { act: tools.acts.tool, what: `${tools.what[act.setup.what]} · ${act.setup.title}` };
    case 'tool-close':
      return { act: act.dropped ? tools.acts.drop : tools.acts.close, what: toolOf(act.tool) };
    case 'draw':
      return { act: tools.acts.draw, what: toolOf(act.tool) };
    default:
      return null;
  }

  function toolOf(id: string): string {
    return state.tools.runs.find((run) => run.id === id)?.setup.title ?? '';
  }
  function planOf(run: string) {
    return state.plans.runs.find(({ id }) => id === run)?.plan;
  }
  function withDrill(what: string): string {
    return act.kind !== 'show' && 'drill' in act && act.drill ? `${plans.drill} · ${what}` : what;
  }
}
