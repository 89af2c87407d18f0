import { browser } from 'wxt/browser';
import { ActEvent, earSources, Finding, limits, platformIds, RoomRef } from './model.ts';
import { mayUse } from './post.ts';
import { z } from './zod.ts';

const Offset = z.number().int().min(0);
const Name = z.string().min(1).max(64);

const batchOf = <T extends z.ZodType>(event: T) =>
  z.object({
    session: Name,
    /** one writer's life: a page load, or an opened panel */
    stream: Name,
    /** how many events this stream sent before */
    offset: Offset,
    events: z.array(event).max(limits.batch),
  });

/** The answer to a batch: `offset` is how far the stream is stored. */
const Receipt = z.discriminatedUnion('ok', [
  /** `leads: false`: another tab tells what is said, this one's comments were left out */
  z.object({ ok: z.literal(true), offset: Offset, leads: z.literal(false).optional() }),
  z.object({
    ok: z.literal(false),
    reason: z.enum(['disk-full', 'database-blocked', 'unknown-session', 'session-closed', 'other-tab']),
  }),
]);
export type Receipt = z.infer<typeof Receipt>;

const Done = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), reason: z.enum(['disk-full', 'database-blocked']) }),
]);

/** Every message there is: name → request and response. The name tells its path. */
const protocol = {
  /**
   * finds or starts the session of the room. Who `leads` tells everything, and gets what is stored already, oldest
   * first: comment ids, and the newest comments by who and what. A page that is no console (`isAside`) may be let
   * in beside the one that leads.
   */
  'cs-bg:attach': {
    request: z.object({ room: RoomRef, stream: Name, isAside: z.boolean().optional() }),
    response: z.discriminatedUnion('ok', [
      z.object({
        ok: z.literal(true),
        session: Name,
        leads: z.boolean(),
        recent: z.array(z.string()),
        lately: z.array(z.object({ nick: z.string(), text: z.string(), anchor: z.literal(true).optional() })),
        /** what viewers did, as `kind:id` */
        deeds: z.array(z.string()),
        /** when a page last told anything (ms epoch) */
        lastSeenAt: z.number().nullable(),
      }),
      z.object({ ok: z.literal(false), reason: z.enum(['disk-full', 'database-blocked', 'other-tab']) }),
    ]),
  },
  /** events that do not parse are dropped one by one; they still count in the offset */
  'cs-bg:append': { request: batchOf(z.unknown()), response: Receipt },
  'cs-bg:check': {
    request: z.object({ text: z.string().max(limits.text) }),
    response: z.object({ findings: z.array(Finding), rules: z.string() }),
  },
  'cs-bg:open-panel': { request: z.object({}), response: z.object({}) },
  'ui-bg:append': { request: batchOf(ActEvent), response: Receipt },
  'ui-bg:end': { request: z.object({ session: Name }), response: Done },
  'ui-bg:delete': { request: z.object({ session: Name, who: z.string().max(200) }), response: Done },
  /** listens to the host for a session, in place of whatever was listened to; `stream` names a tab's sound */
  'ui-ear:listen': {
    request: z.object({
      session: Name,
      platform: z.enum(platformIds),
      room: z.string().max(128),
      source: z.enum(earSources),
      stream: z.string().max(200).optional(),
    }),
    response: z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true) }),
      z.object({
        ok: z.literal(false),
        why: z.enum([
          'not-allowed',
          'no-device',
          'busy',
          'tab-not-allowed',
          'no-recogniser',
          /** the browser's own cannot keep the sound on this machine yet */
          'device-not-ready',
          'failed',
        ]),
      }),
    ]),
  },
  /** answers when all that was said has been told */
  'ui-ear:stop': { request: z.object({}), response: z.object({}) },
  /** an alarm was raised while no panel is open; `open` is how many there are */
  'look-bg:alarm': {
    request: z.object({
      alarm: z.string().min(1).max(128),
      /** the room's; null for one that is led by none any more */
      tab: Offset.nullable(),
      title: z.string().max(200),
      text: z.string().max(300),
      open: Offset,
      /** within the quiet hours */
      isSilent: z.boolean(),
    }),
    response: z.object({}),
  },
  /** is this tab still feeding that session? asked when a second tab shows the same room */
  'bg-cs:alive': { request: z.object({ session: Name }), response: z.object({ alive: z.boolean() }) },
  /** has the person point at a comment on the page; answers when they have, with what would be captured */
  'ui-cs:teach': {
    request: z.object({ language: z.enum(['zh-CN', 'en']) }),
    response: z.discriminatedUnion('ok', [
      z.object({
        ok: z.literal(true),
        /** the page's name among the taught */
        page: z.string().max(200),
        taught: z.object({
          list: z.string().max(300),
          row: z.string().max(300),
          nick: z.string().max(300),
          text: z.string().max(300),
          at: z.number(),
        }),
        rows: z.array(z.object({ nick: z.string(), text: z.string() })).max(12),
        found: Offset,
        unread: Offset,
      }),
      z.object({ ok: z.literal(false), reason: z.enum(['cancelled', 'unlike', 'no-page']) }),
    ]),
  },
  /** what the page looks like by its structure; no texts */
  'ui-cs:diagnose': {
    request: z.object({}),
    response: z.object({ page: z.string().max(200), list: z.string().max(200_000), isList: z.boolean() }),
  },
  /** puts text into the console's own box; never sends */
  'ui-cs:fill': {
    request: z.object({ text: z.string().max(limits.text) }),
    response: z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), previous: z.string() }),
      z.object({
        ok: z.literal(false),
        reason: z.enum(['no-box', 'box-disabled', 'too-long', 'not-filled']),
      }),
    ]),
  },
} as const;

type Protocol = typeof protocol;
export type MessageName = keyof Protocol;
export type Request<N extends MessageName> = z.infer<Protocol[N]['request']>;
export type Response<N extends MessageName> = z.infer<Protocol[N]['response']>;

/** Who sent a message, as the browser vouches for it. */
export type Sender = Parameters<Parameters<typeof browser.runtime.onMessage.addListener>[0]>[1];

type Handlers = {
  [N in MessageName]?: (request: Request<N>, sender: Sender) => Promise<Response<N>> | Response<N>;
};

/** What crosses the wire: a name and a payload, nothing else is answered. */
const Envelope = z.object({ name: z.string(), payload: z.unknown() });

/**
 * Sends one message and waits for its answer; `tab` is needed for `-cs:` messages, `frame` where one of its frames
 * is meant.
 * Rejects when nobody answers or the answer has the wrong shape.
 */
export async function send<N extends MessageName>(
  name: N,
  payload: Request<N>,
  tab?: number,
  frame?: number,
): Promise<Response<N>> {
  const envelope = { name, payload };
  const answer: unknown =
    tab === undefined
      ? await browser.runtime.sendMessage(envelope)
      : await browser.tabs.sendMessage(tab, envelope, frame === undefined ? {} : { frameId: frame });
  return protocol[name].response.parse(answer) as Response<N>;
}

/**
 * Answers the messages named in `handlers`; messages of others, forged or misshapen ones are left unanswered.
 * Returns the undo. Call it synchronously at start: a waking worker loses late listeners.
 */
export function serve(handlers: Handlers): () => void {
  const listener = (message: unknown, sender: Sender, respond: (answer: unknown) => void) => {
    const envelope = Envelope.safeParse(message);
    if (!envelope.success || !mayUse(envelope.data.name, sender)) return;
    const name = envelope.data.name as MessageName;
    const handler = handlers[name] as ((request: unknown, sender: Sender) => unknown) | undefined;
    const request = handler && protocol[name].request.safeParse(envelope.data.payload);
    if (!handler || !request?.success) return;
    // the handler starts in the gesture's own task: sidePanel.open() needs that
    const answer = handler(request.data, sender);
    Promise.resolve(answer).then(respond, (error: unknown) => {
      respond(undefined);
      throw error;
    });
    return true;
  };
  browser.runtime.onMessage.addListener(listener as never);
  return () => browser.runtime.onMessage.removeListener(listener as never);
}
