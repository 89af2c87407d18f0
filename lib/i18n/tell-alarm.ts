import type { Alarm } from '../alarm/alarm.ts';
import type { WatchedFigure } from '../alarm/deviation.ts';
import type { StockLevel } from '../alarm/stock.ts';
import type { Trouble } from '../model.ts';
import { maskLeaks } from '../moderate/leaks.ts';
import { formatCount, formatLength, formatShare } from './format.ts';
import type { Text } from './zh-cn.ts';

/** An alarm in words: what it is, and why, with the figures behind it. Viewers' words come masked. */
export function tellAlarm(
  { kind, subject, text: said, grounds }: Pick<Alarm, 'kind' | 'subject' | 'text' | 'grounds'>,
  text: Text,
): { what: string; why: string } {
  const words = text.alarm;
  const { value = 0, usual = 0, limit = 0, people = 0 } = grounds;
  const quoted = maskLeaks(said);
  switch (kind) {
    case 'deviation': {
      if (subject === 'conversion:down')
        return {
          what: words.conversion,
          why: words.converts(
            formatCount(limit),
            formatCount(value),
            formatCount(Math.round(usual)),
            formatShare(usual > 0 ? 1 - value / usual : 0),
          ),
        };
      const [figure, way] = subject.split(':') as [WatchedFigure, 'up' | 'down'];
      const [now, before] = [formatCount(Math.round(value)), formatCount(Math.round(usual))];
      return {
        what: words.deviation[way](text.alarm.figures[figure]),
        why: figure === 'online' ? words.levelWas(now, before) : words.usually(now, before),
      };
    }
    case 'negative':
      return {
        what: subject === 'over' ? words.sourer : words.sour,
        why: words.shares(formatShare(value), formatShare(usual)),
      };
    case 'complaints':
      return { what: words.complaints, why: words.people(formatCount(people)) };
    case 'word':
      return { what: words.word(quoted), why: words.people(formatCount(people)) };
    case 'waiting':
      return {
        what: words.waiting,
        why: words.waits(formatCount(value), formatLength(limit * 1000), quoted),
      };
    case 'capture':
      return subject === 'silent'
        ? { what: words.silent, why: words.silentWhy }
        : { what: words.capture, why: text.troubles[subject as Trouble]?.what ?? '' };
    case 'finding':
      return { what: words.finding, why: said };
    case 'chorus':
      return { what: words.chorus, why: words.alike(formatCount(people), quoted) };
    case 'stock': {
      const level = subject.split(':')[0] as Exclude<StockLevel, 'plenty'>;
      return { what: words.stock[level], why: words.left(said, formatCount(value), formatCount(people)) };
    }
    case 'minors':
      return { what: words.minors, why: said };
  }
}
