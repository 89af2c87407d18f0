import { formatClock, formatCount, formatLength } from '../../lib/i18n/format.ts';
import type { HealthText } from '../../lib/i18n/health.ts';
import type { HealthEvent, Pulse, Session } from '../../lib/model.ts';

interface HealthRow {
  name: string;
  value: string;
  /** absent where nothing can be wrong */
  isWell?: boolean;
}
export interface HealthGroup {
  name: string;
  rows: HealthRow[];
}

/** Share of feed and list below which they disagree. */
const agreeing = 80;
/** Share of understood items below which something has changed. */
const understood = 95;
/** Events that may wait in a busy room. */
const queue = 2000;

/** Every figure of capture in plain words. `now` in ms epoch. */
export function healthGroups(
  text: HealthText,
  session: Session,
  health: HealthEvent,
  now: number,
): HealthGroup[] {
  const { pulse } = health;
  if (!pulse) return [{ name: text.groups.lost, rows: [droppedRow(text, session, health)] }];
  const { values, rows, groups } = text;
  const percent = (share: number | null) =>
    share === null ? text.nothing : values.percent(String(Math.floor(share)));
  const when = (at: number | null) =>
    at === null ? text.none : `${formatClock(at)} · ${text.ago(formatLength(now - at))}`;
  const { id, user, nick, time } = pulse.fields;
  const { page } = pulse;
  return [
    {
      name: groups.comments,
      rows: [
        { name: rows.firstAt, value: when(pulse.firstAt) },
        { name: rows.lastAt, value: when(pulse.lastAt) },
        { name: rows.perMinute, value: values.perMinute(formatCount(pulse.perMinute)) },
        {
          name: rows.sources,
          value: values.sources(
            formatCount(health.feed),
            formatCount(health.dom),
            formatCount(health.merged),
          ),
        },
      ],
    },
    {
      name: groups.reading,
      rows: [
        { name: rows.hook, value: pulse.hook ? values.inPlace : values.missing, isWell: pulse.hook },
        { name: rows.ways, value: wayName(text, pulse), isWell: pulse.ways.feed || pulse.ways.list },
        { name: rows.taught, value: pulse.taught ? values.taught : values.builtIn },
        { name: rows.heardAt, value: when(pulse.heardAt), isWell: pulse.ways.feed },
        { name: rows.parsed, value: percent(pulse.parsed), isWell: (pulse.parsed ?? 100) >= understood },
        { name: rows.fields, value: values.fields(percent(id), percent(user), percent(nick), percent(time)) },
        {
          name: rows.agreement,
          value: percent(pulse.agreement),
          isWell: (pulse.agreement ?? 100) >= agreeing,
        },
        {
          name: rows.waiting,
          value: values.waiting(formatCount(pulse.waiting)),
          isWell: pulse.waiting < queue,
        },
      ],
    },
    {
      name: groups.page,
      rows: [
        { name: rows.live, value: page.over ? values.over : values.live },
        {
          name: rows.login,
          value: page.loggedOut ? values.loggedOut : values.loggedIn,
          isWell: !page.loggedOut,
        },
        {
          name: rows.list,
          value: listName(text, pulse),
          // while the feed brings every comment a paused list is nobody's trouble
          isWell: pulse.ways.feed || (pulse.ways.list && !page.paused),
        },
        { name: rows.idle, value: page.idle ? values.open : values.closed, isWell: !page.idle },
        { name: rows.tab, value: tabName(text, page), isWell: !page.slowed },
      ],
    },
    { name: groups.lost, rows: [droppedRow(text, session, health)] },
  ];
}

function droppedRow(text: HealthText, session: Session, { dropped, pulse }: HealthEvent): HealthRow {
  const { malformed, oversized, duplicate, sealed = 0 } = dropped;
  const { values, rows } = text;
  const counts = values.dropped(
    formatCount(malformed + session.rejected),
    formatCount(oversized),
    formatCount(duplicate),
    formatCount(pulse?.refuted ?? 0),
  );
  return {
    name: rows.dropped,
    value: sealed > 0 ? `${counts} · ${values.sealed(formatCount(sealed))}` : counts,
  };
}

function listName({ values }: HealthText, { page, ways }: Pulse): string {
  if (page.paused) return values.paused;
  return ways.list ? values.moving : values.unseen;
}

function tabName({ values }: HealthText, page: Pulse['page']): string {
  if (page.slowed) return values.slowed;
  return page.hidden ? values.hidden : values.shown;
}

function wayName({ values }: HealthText, { ways }: Pulse): string {
  if (ways.feed && ways.list) return values.waysBoth;
  if (ways.feed) return values.waysFeed;
  return ways.list ? values.waysList : values.waysNone;
}

/** What capture goes by now, as one sentence. */
export function waySentence({ ways }: HealthText, pulse: Pulse | undefined): string | null {
  if (!pulse) return null;
  const { feed, list } = pulse.ways;
  if (feed && list) return ways.both;
  if (feed) return ways.feed;
  return list ? ways.list : ways.none;
}
