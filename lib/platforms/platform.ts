import type { AudienceEvent, CommentEvent, GoodsEvent, MetricEvent, PlatformId, Trouble } from '../model.ts';

/** A copy of something that passed through the page, as the tap hands it over. All of it is untrusted. */
export interface Traffic {
  via: 'fetch' | 'xhr' | 'jsonp' | 'socket' | 'frame' | 'props';
  url: string;
  /**
   * response text; JSON array of comments that React holds; number of frames for a socket; base64 of a frame or
   * of an answer in bytes, empty if that was too long
   */
  body: string;
  /** ms epoch, when the page received it */
  seenAt: number;
}

/** What somebody said, as feed or DOM row tells it. Capture adds what an event has more: clock, path, made-up ids. */
export type Said = Pick<CommentEvent, 'nick' | 'text'> &
  Partial<Pick<CommentEvent, 'id' | 'userId' | 'anchor' | 'badges'>> & {
    /** the platform's own time, ms epoch */
    at?: number;
    /** the row's clock as shown, e.g. 20:15 */
    shownAt?: string;
    /** which feed brought it, where others of the page may bring the same under an id of their own or none */
    by?: string;
  };

/** What a viewer did, and when if the platform tells (ms epoch). */
type Did = Omit<AudienceEvent, 'kind' | 'at' | 'seenAt'> & { at?: number };

/**
 * The goods a page shows or fetches; `part` when these are only some of a longer list. `explaining` is
 * undefined where it is not told at all.
 */
export type Goods = Pick<GoodsEvent, 'items'> & Partial<Pick<GoodsEvent, 'explaining'>> & { part?: true };

/** What an adapter made of one piece of traffic. */
export interface Reading {
  /** undefined when this was not the comment feed; empty when the feed had nothing new */
  said?: Said[];
  metrics: Pick<MetricEvent, 'name' | 'value'>[];
  did?: Did[];
  goods?: Goods;
  /** room id, if this traffic told it */
  roomId?: string;
  title?: string;
  /** items, or the whole answer, that did not have the shape they should */
  malformed: number;
  oversized: number;
  /** frames that only the page can open, or comments whose author they do not tell: left to the list */
  sealed?: number;
  /** said by the platform itself */
  trouble?: Trouble;
  /** no live runs any more */
  ended?: true;
}

/** Where comments stand in the page. Selectors match substrings: class names are hashed anew with each release. */
export interface RowReader {
  /** the container to observe; null until it is there */
  list(document: Document): Element | null;
  /** selector of a row inside the list; of nested matches the outermost is the row */
  row: string;
  /** null when the node is no comment (system rows, placeholders); throws never */
  read(row: Element): Said | null;
}

/** What the tap in the page world listens to; must stay free of imports so that the tap stays small. */
export interface TapSpec {
  /** https hosts of the pages, for which both content scripts are injected */
  hosts: readonly string[];
  /** a response whose address contains one of these is copied */
  urls: readonly string[];
  /** responses also come as script tags that call a global function */
  jsonp?: true;
  /** count the frames of sockets nobody can read: they tell a quiet room from a dead one */
  sockets?: true;
  /** binary frames and answers in bytes are copied where the address of socket or request contains one of these */
  frames?: readonly string[];
  /** the page may stand in a frame of another of these hosts */
  framed?: true;
  /** React holds the comments: they are the objects that have both of these keys, id first, text second */
  props?: readonly [string, string];
}

/** One page of a platform: everything particular to it, and only that. */
export interface PlatformPage {
  platform: PlatformId;
  /** no console but a big screen or a viewer's page: beside a console it tells only what no console does */
  isAside?: true;
  tap: TapSpec;
  /** true for addresses that show a live console */
  matches(url: URL): boolean;
  /** room id as far as the address alone tells */
  roomId(url: URL): string | null;
  /** traffic → what was said; throws never, counts what is malformed. Packed traffic takes a moment. */
  read(traffic: Traffic): Reading | Promise<Reading>;
  /** the page asks for comments by itself every few seconds: an empty answer means a quiet room */
  isPolled: boolean;
  /** null where no source describes them: the feed is all there is */
  rows: RowReader | null;
  /** the box a reply is typed into, and how much it takes (UTF-16 units) */
  composer(document: Document): HTMLInputElement | HTMLTextAreaElement | null;
  composerLimit: number;
  /** the goods panel as it stands in the page; null where it shows none */
  goods?(document: Document): Goods | null;
  /** the figures the page shows, as far as they are known by their names */
  figures?(document: Document): Reading['metrics'];
  /** what the page shows of its own state; `room` is the id it was told to have, if any */
  notice(document: Document, room: string | null): { trouble?: Trouble; ended?: boolean };
  /** account name for the panel's head */
  account(document: Document): string | null;
}
