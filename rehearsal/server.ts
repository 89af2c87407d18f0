import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import type { PlatformId } from '../lib/model.ts';
import { contentPolicy, documentOf } from './page.ts';
import type { Boot } from './pages/boot.ts';
import { platformAt, type SceneName, scenesOf } from './scenes.ts';
import type { Answer, Backstage, Visit } from './wire/wire.ts';

export interface ServerOptions {
  rooms: ReadonlyMap<PlatformId, Backstage>;
  boot(scene: SceneName, stage: Backstage): Boot;
  /** scripts by file name */
  files: ReadonlyMap<string, string>;
  certificate: { key: string; cert: string };
  /** of Kuaishou's sealed socket */
  key: Buffer;
  port: number;
  /** a page wants to be told what happens behind the stage */
  onPage(platform: PlatformId, response: ServerResponse): void;
}

export interface Server {
  port: number;
  close(): Promise<void>;
}

/** Serves all hosts from one port, told apart by the Host header. */
export async function serveStage(options: ServerOptions): Promise<Server> {
  const { rooms, files, certificate } = options;

  const server = createServer(certificate, (request, response) => {
    receive(request)
      .then((visit) => {
        const platform = platformAt(visit.url.hostname);
        const stage = platform && rooms.get(platform);
        if (!platform || !stage) return reply(response, notFound);
        if (visit.url.pathname === '/__stage/cues') return options.onPage(platform, response);
        reply(response, answer(platform, stage, visit));
      })
      .catch(() => response.destroy());
  });

  function answer(platform: PlatformId, stage: Backstage, visit: Visit): Answer {
    const { hostname, pathname } = visit.url;
    const script = pathname.startsWith('/assets/') && files.get(pathname.slice('/assets/'.length));
    if (script) return { type: 'text/javascript; charset=utf-8', body: script };
    const here = scenesOf(platform);
    const page = here.find(([, { hosts, path }]) => hosts.includes(hostname) && path.test(pathname));
    if (visit.method === 'GET' && page) return documentOf(page[0], options.boot(page[0], stage));
    for (const [, { answer }] of here) {
      const found = answer(visit, stage);
      if (found) return found;
    }
    return notFound;
  }

  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    const url = addressOf(request);
    const platform = platformAt(url.hostname);
    const stage = platform && rooms.get(platform);
    if (!platform || !stage) {
      socket.destroy();
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client: WebSocket) => {
      const isTaken = scenesOf(platform).some(([, scene]) =>
        scene.connect?.(client, url, stage, options.key),
      );
      if (!isTaken) client.close();
    });
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });

  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      for (const client of sockets.clients) client.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const addressOf = (request: IncomingMessage) =>
  new URL(request.url ?? '/', `https://${request.headers.host ?? 'localhost'}`);

async function receive(request: IncomingMessage): Promise<Visit> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return {
    method: request.method ?? 'GET',
    url: addressOf(request),
    body: Buffer.concat(parts).toString('utf8'),
  };
}

function reply(response: ServerResponse, { status = 200, type, body }: Answer) {
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    // the message CDN answers pages of other hosts
    'Access-Control-Allow-Origin': '*',
    ...(type.startsWith('text/html') ? { 'Content-Security-Policy': contentPolicy } : {}),
  });
  response.end(body);
}

const notFound: Answer = { status: 404, type: 'text/plain; charset=utf-8', body: '没有这个页面' };
