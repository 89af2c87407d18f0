import type { MessageName, Request, Response } from '../messages.ts';
import type { PageEvent, RoomRef } from '../model.ts';
import { backOff } from './back-off.ts';
import type { Receipt } from './outbox.ts';

/** What capture needs from the world around it. */
export interface Env {
  now(): number;
  /** Like setTimeout. */
  after(ms: number, task: () => void): void;
  newId(): string;
  post<N extends Extract<MessageName, `cs-${string}`>>(name: N, payload: Request<N>): Promise<Response<N>>;
  isHidden(): boolean;
  /** Keeps a batch past this page's life. */
  keep(batch: Request<'cs-bg:append'>): void;
}

export interface LinkOptions {
  env: Pick<Env, 'after' | 'post'>;
  stream: string;
  /** the room as it is known now; its id may still change from a stand-in to the real one */
  room(): RoomRef;
  isAside?: true | undefined;
  /** The session is there and this page leads it; what it has is told. */
  onOpen(stored: Stored): void;
  /**
   * Another tab tells what is said in this room: nothing of this page is wanted, or what no console tells; then
   * with the deeds that were told.
   */
  onHeld(deeds: readonly string[] | null): void;
}

/** What the session has already. */
export type Stored = Omit<Extract<Response<'cs-bg:attach'>, { ok: true }>, 'ok' | 'session' | 'leads'>;

/** The way to the session of one room. */
export interface Link {
  /** Asks for the session until there is one. */
  open(): void;
  send(batch: { offset: number; events: PageEvent[] }): Promise<Receipt>;
  session(): string | null;
  /** Asks no more. */
  close(): void;
}

/** ms until a page that is not wanted asks again. */
const pause = 5000;

export function createLink({ env, stream, room, isAside, onOpen, onHeld }: LinkOptions): Link {
  let session: string | null = null;
  /** the id the session was last asked for under */
  let askedAs: string | null = null;
  let phase: 'idle' | 'asking' | 'aside' | 'open' = 'idle';
  let isClosed = false;
  let failures = 0;

  async function ask() {
    const asked = room();
    askedAs = asked.id;
    const answer = await env.post('cs-bg:attach', { room: asked, stream, ...(isAside && { isAside }) });
    if (answer.ok) session = answer.session;
    return answer;
  }

  /** Asks until this page leads; beside another it asks on, because that one may go. */
  async function open(): Promise<void> {
    if (phase === 'asking' || phase === 'open' || isClosed) return;
    phase = 'asking';
    const answer = await ask().catch(() => null);
    if (answer?.ok && answer.leads) {
      phase = 'open';
      onOpen(answer);
    } else if (answer?.ok) stepAside(answer.deeds);
    else {
      const isHeld = answer?.reason === 'other-tab';
      if (isHeld) onHeld(null);
      phase = 'idle';
      env.after(isHeld ? pause : backOff(failures++), () => void open());
    }
  }

  function stepAside(deeds: readonly string[]): void {
    phase = 'aside';
    onHeld(deeds);
    env.after(pause, () => void open());
  }

  return {
    open: () => void open(),
    async send(batch) {
      // gone meanwhile, or begun before the room had told its id: the writer renames it
      if (session === null || askedAs !== room().id) {
        const answer = await ask();
        if (!answer.ok) return answer;
      }
      const receipt = await env.post('cs-bg:append', { session: session ?? '', stream, ...batch });
      if (!receipt.ok && receipt.reason === 'unknown-session') session = null;
      // a console came and leads from now on
      if (receipt.ok && receipt.leads === false && phase === 'open') stepAside([]);
      return receipt;
    },
    session: () => session,
    close() {
      isClosed = true;
    },
  };
}
