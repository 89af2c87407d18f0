import type { CommentEvent, LiveEvent, PlatformId, Trouble } from '../model.ts';

/** A copy of something that passed through the page, as the tap hands it over. All of it is untrusted. */
export interface Traffic {
  via: 'fetch' | 'xhr' | 'jsonp' | 'socket' | 'props';
  url: string;
  /** response text, socket text, or JSON of the React props read beside a row */
  body: string;
  /** ms epoch, when the page received it */
  seenAt: number;
}

/** What an adapter made of one piece of traffic. */
export interface Reading {
  events: LiveEvent[];
  /** room id, if this traffic told it */
  roomId?: string;
  title?: string;
  /** items that did not have the shape they should */
  malformed: number;
  /** said by the platform itself */
  trouble?: Trouble;
}

/** A comment read from a DOM row: like the event, with no promise of an id. */
export type Row = Pick<CommentEvent, 'nick' | 'text'> &
  Partial<Pick<CommentEvent, 'id' | 'anchor' | 'badges'>> & {
    /** the row's own clock as shown, e.g. 20:15; part of a synthetic id */
    shownAt?: string;
  };

/** Where comments stand in the page. Selectors match substrings: class names are hashed anew with each release. */
export interface RowReader {
  /** the container to observe; null until it is there */
  list(document: Document): Element | null;
  /** selector of a row inside the list */
  row: string;
  /** null when the node is no comment (system rows, placeholders); throws never */
  read(row: Element): Row | null;
}

/** What the tap in the page world listens to; must stay free of imports so that the tap stays small. */
export interface TapSpec {
  /** a fetch, XHR or JSONP address is copied when one of these is part of it */
  urls: readonly string[];
  /** rows whose React props hold the comment: the key both of these names must be in */
  props?: { row: string; keys: readonly [string, string] };
}

/** One console page of a platform: everything particular to it, and only that. */
export interface PlatformPage {
  platform: PlatformId;
  /** true for addresses that show a live console */
  matches(url: URL): boolean;
  /** room id as far as the address alone tells */
  roomId(url: URL): string | null;
  /** traffic → events; throws never, counts what is malformed */
  read(traffic: Traffic): Reading;
  rows: RowReader;
  /** the box a reply is typed into, and what it takes (UTF-16 units) */
  composer(document: Document): HTMLInputElement | HTMLTextAreaElement | null;
  composerLimit: number;
  /** what the page shows of its own state */
  notice(document: Document): { trouble?: Trouble; ended?: boolean };
  /** account name for the panel's head */
  account(document: Document): string | null;
}
