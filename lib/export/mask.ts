import type { LoggedEvent } from '../model.ts';

/** A name of which only the first character can be read; the stars do not tell its length. */
const maskName = (name: string): string => (name ? `${[...name][0]}***` : '');

/** An event without what names a viewer: no user id, and of the nick one character. Texts stay as they were written. */
export function maskEvent(event: LoggedEvent): LoggedEvent {
  if (event.kind !== 'comment' && event.kind !== 'audience') return event;
  const { userId: _, ...rest } = event;
  if (event.nick !== undefined) rest.nick = maskName(event.nick);
  return rest as LoggedEvent;
}
