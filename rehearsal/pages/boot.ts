import type { Product } from '../shop.ts';

/** What the server tells a page about itself. */
export interface Boot {
  platform: 'douyin' | 'taobao' | 'kuaishou';
  /** which of the platform's pages this is */
  scene: string;
  account: string;
  accountId: string;
  roomId: string;
  products: readonly Product[];
  pollMs: number;
  classes: Record<string, string>;
  /** see StageOptions: douyinTransport, viewerTransport, taobaoList, taobaoFeeds, kuaishouList */
  way: string;
  /** douyin only: module, dash or v2 */
  form: string;
  feed: 'known' | 'renamed' | 'hidden';
  pausingList: boolean;
  hostile: boolean;
  forgedEvents: readonly string[];
  /** kuaishou only: the socket's key, base64 */
  key: string;
}

/** Orders from behind the stage. */
export type Cue =
  | { kind: 'figures'; online: number; viewers: number; likes: number; orders: number; sales: number }
  | { kind: 'room'; id: string }
  | { kind: 'stock'; id: string; stock: number }
  | { kind: 'idle' }
  | { kind: 'end' };

export const boot = JSON.parse(document.getElementById('boot')?.textContent ?? '{}') as Boot;

/** The build's class for a name; its own name where none was drawn. */
export const cls = (...names: string[]): string => names.map((name) => boot.classes[name] ?? name).join(' ');

/** Calls back for each cue; returns the undo. EventSource, because no console uses it for comments. */
export function onCue(act: (cue: Cue) => void): () => void {
  const source = new EventSource('/__stage/cues');
  source.onmessage = ({ data }) => act(JSON.parse(data) as Cue);
  return () => source.close();
}

declare global {
  interface Window {
    __stage: { received: Map<string, number> };
  }
}

window.__stage = { received: new Map() };

/** Notes when this page's own script first had a comment (ms epoch). */
export function note(id: string): void {
  const { received } = window.__stage;
  if (id && !received.has(id)) received.set(id, Date.now());
}
