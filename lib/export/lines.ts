import type { LoggedEvent } from '../model.ts';

/** An event as one line without its end. `seq` comes last, as in `writeLines`: one event, one spelling. */
export const lineOf = (event: LoggedEvent): string => JSON.stringify(event);
