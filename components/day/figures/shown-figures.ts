import { type CurveName, interactionOf } from '../../../lib/alarm/curves.ts';
import { moodOf } from '../../../lib/alarm/mood.ts';
import { formatCount, formatSeconds, formatShare } from '../../../lib/i18n/format.ts';
import { medianWait } from '../../../lib/room/board-order.ts';
import type { RoomState } from '../../../lib/room/state.ts';

/** How a value of a figure's curve is written. */
export const formatOf = (name: CurveName): ((value: number) => string) =>
  name === 'wait'
    ? formatSeconds
    : name === 'interaction' || name === 'mood'
      ? formatShare
      : (value) => (Number.isInteger(value) ? formatCount(value) : '');

/** What each figure is now, in words; a figure that the page does not tell is left out. */
export function shownFigures(state: RoomState): [name: CurveName, value: string][] {
  const { figures, metrics, course, speakers } = state;
  const median = medianWait(state);
  const mood = moodOf(course);
  const told = (name: 'online' | 'likes' | 'orders'): [CurveName, string][] =>
    metrics[name] === undefined ? [] : [[name, formatCount(metrics[name])]];
  const interaction = interactionOf({ speakers: speakers.size, viewers: metrics.viewers ?? null });
  return [
    ['comments', formatCount(figures.comments)],
    ['questions', formatCount(figures.asked)],
    ['answered', figures.asked > 0 ? formatShare(figures.answered / figures.asked) : '–'],
    ['wait', median === null ? '–' : formatSeconds(median)],
    ['mood', mood ? formatShare(mood.share) : '–'],
    ...told('online'),
    ...told('likes'),
    ...told('orders'),
    ...(interaction === null
      ? []
      : [['interaction', formatShare(interaction)] satisfies [CurveName, string]]),
  ];
}
