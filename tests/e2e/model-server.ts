import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** What a call carried. */
export interface Call {
  authorization: string | undefined;
  headers: IncomingMessage['headers'];
  messages: { role: string; content: string }[];
  model: string;
  stream: boolean;
  /** the caller hung up before the end */
  isCut: boolean;
}

/** How the server behaves to the next calls. */
export type Manner =
  | { kind: 'answers'; replies: (sources: string[]) => string[]; pause?: number }
  | { kind: 'stalls' }
  | { kind: 'malformed' }
  | { kind: 'html' }
  | { kind: 'over-long' }
  | { kind: 'cut-off' }
  | { kind: 'endless-line' }
  | { kind: 'refuses'; status: number; message: string; retryAfter?: string };

/** The sources of a prompt, as a model sees them. */
const sourcesIn = (call: Call): string[] =>
  (JSON.parse(call.messages[1]?.content ?? '{}') as { sources?: { text: string }[] }).sources?.map(
    ({ text }) => text,
  ) ?? [];

export const asAnswer = (reply: string): string => JSON.stringify({ reply, from: ['s1'] });

/** An OpenAI-compatible server on this machine, well or ill behaved. */
export async function startModelServer() {
  const calls: Call[] = [];
  const behaviour: { manner: Manner } = {
    manner: { kind: 'answers', replies: ([first = '']) => [asAnswer(first)] },
  };

  async function complete(call: Call, response: ServerResponse): Promise<void> {
    const { manner } = behaviour;
    if (manner.kind === 'refuses') {
      response.writeHead(manner.status, {
        'content-type': 'application/json',
        ...(manner.retryAfter && { 'retry-after': manner.retryAfter }),
      });
      response.end(JSON.stringify({ error: { message: manner.message } }));
      return;
    }
    if (manner.kind === 'html') {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Gateway</body></html>');
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const send = (delta: object, finish: string | null = null) =>
      response.write(
        `data: ${JSON.stringify({ object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`,
      );
    send({ role: 'assistant', content: '' });
    if (manner.kind === 'stalls') return;
    if (manner.kind === 'malformed') {
      response.end('data: {"choices": [{"delta": {"content": "{\\"rep\n\n');
      return;
    }
    if (manner.kind === 'endless-line') {
      response.write('data: {"choices":[{"delta":{"content":"');
      for (let i = 0; i < 200 && !response.destroyed; i++) {
        response.write('哈'.repeat(4000));
        await wait(5);
      }
      return;
    }
    if (manner.kind === 'over-long') {
      send({ content: '{"reply":"' });
      for (let i = 0; i < 400 && !response.destroyed; i++) {
        send({ content: '很好很好很好很好很好' });
        await wait(2);
      }
      response.end();
      return;
    }
    if (manner.kind === 'cut-off') {
      send({ content: '{"reply":"亲，这' });
      await wait(100);
      response.destroy();
      return;
    }
    const rewrite = call.messages.length > 2 ? 1 : 0;
    const text = manner.replies(sourcesIn(call))[rewrite] ?? '';
    for (let at = 0; at < text.length; at += 6) {
      if (response.destroyed) return;
      send({ content: text.slice(at, at + 6) });
      await wait(manner.pause ?? 10);
    }
    send({}, 'stop');
    response.end('data: [DONE]\n\n');
  }

  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      if (request.url === '/v1/models') {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(
          JSON.stringify({ object: 'list', data: [{ id: 'small-model' }, { id: 'large-model' }] }),
        );
        return;
      }
      if (request.url !== '/v1/chat/completions') {
        response.writeHead(404).end();
        return;
      }
      const { messages, model, stream } = JSON.parse(body) as Pick<Call, 'messages' | 'model' | 'stream'>;
      const call: Call = {
        authorization: request.headers.authorization,
        headers: request.headers,
        messages,
        model,
        stream,
        isCut: false,
      };
      calls.push(call);
      response.on('close', () => {
        call.isCut = !response.writableFinished;
      });
      void complete(call, response);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/v1`,
    calls,
    behave(manner: Manner) {
      behaviour.manner = manner;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
export type ModelServer = Awaited<ReturnType<typeof startModelServer>>;
