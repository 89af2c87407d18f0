import { browser } from 'wxt/browser';
import type { MessageName, Request, Response, Sender } from './messages.ts';

/** What the page-side script asks of the background. */
type Asked = Extract<MessageName, `cs-${string}`>;
/** What it answers itself. */
type Answered = Extract<MessageName, `${string}-cs:${string}`>;

/**
 * Sends one message from a content script; the same protocol as `send`, without its schemas, because
 * they weigh more than all else on the page. The background is ours, so its answers are believed.
 * Rejects when nobody answers, also when the extension was reloaded under the page.
 */
export async function post<N extends Asked>(name: N, payload: Request<N>): Promise<Response<N>> {
  const answer: unknown = await browser.runtime.sendMessage({ name, payload });
  if (typeof answer !== 'object' || answer === null) throw new Error(`No answer to ${name}.`);
  return answer as Response<N>;
}

/** Guards that let a payload in; content scripts write them by hand. */
type Guarded = {
  [N in Answered]?: {
    accepts(payload: unknown): payload is Request<N>;
    answer(request: Request<N>): Promise<Response<N>> | Response<N>;
  };
};

/** Answers messages to a content script; forged and misshapen ones are left unanswered. Returns the undo. */
export function answer(handlers: Guarded): () => void {
  const listener = (message: unknown, sender: Sender, respond: (answer: unknown) => void) => {
    const { name, payload } = (message ?? {}) as { name?: unknown; payload?: unknown };
    if (typeof name !== 'string' || !Object.hasOwn(handlers, name) || !mayUse(name, sender)) return;
    const handler = handlers[name as Answered] as {
      accepts(payload: unknown): boolean;
      answer(request: unknown): unknown;
    };
    if (!handler.accepts(payload)) return;
    Promise.resolve(handler.answer(payload)).then(respond, () => respond(undefined));
    return true;
  };
  browser.runtime.onMessage.addListener(listener as never);
  return () => browser.runtime.onMessage.removeListener(listener as never);
}

/** Only content scripts in a tab may speak as `cs-`, only extension pages and the background as others. */
export function mayUse(name: string, sender: Sender): boolean {
  if (sender.id !== browser.runtime.id) return false;
  const isOwnPage = sender.url?.startsWith(browser.runtime.getURL('/')) ?? false;
  return name.startsWith('cs-') ? !isOwnPage && sender.tab?.id !== undefined : isOwnPage;
}
