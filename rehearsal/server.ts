import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import type { PlatformId } from '../lib/model.ts';
import type { Boot, Cue } from './pages/boot.ts';
import { answerDouyin } from './wire/douyin.ts';
import { answerKuaishou } from './wire/kuaishou.ts';
import { pushComments } from './wire/socket.ts';
import { answerTaobao } from './wire/taobao.ts';
import type { Answer, Backstage, Visit } from './wire/wire.ts';

/** What the browser must look for on this machine. */
export const hosts = ['*.jinritemai.com', '*.taobao.com', '*.kwaixiaodian.com'] as const;

export interface ServerOptions {
  rooms: ReadonlyMap<PlatformId, Backstage>;
  boot(platform: PlatformId): Boot;
  /** scripts by file name */
  files: ReadonlyMap<string, string>;
  certificate: { key: string; cert: string };
  /** of Kuaishou's socket */
  key: Buffer;
  port: number;
  onOpen(platform: PlatformId): void;
}

export interface Server {
  port: number;
  cue(platform: PlatformId, cue: Cue): void;
  isOpen(platform: PlatformId): boolean;
  opened(platform: PlatformId): Promise<void>;
  close(): Promise<void>;
}

const pages: Record<PlatformId, { paths: RegExp; title: string; answer: typeof answerDouyin }> = {
  douyin: {
    paths: /^\/(ffa\/buyin\/|ffa\/)?(dashboard|content-tool)\/live\/control$/,
    title: '直播中控台',
    answer: answerDouyin,
  },
  taobao: { paths: /^\/restful\/index\/live\/control$/, title: '淘宝直播中控台', answer: answerTaobao },
  kuaishou: { paths: /^\/(page\/helper|control)$/, title: '快手小店跟播助手', answer: answerKuaishou },
};

/** ms between two figures on the pages */
const figuresEvery = 3000;

/** Serves all hosts from one port, told apart by the Host header. */
export async function serveStage(options: ServerOptions): Promise<Server> {
  const { rooms, files, certificate } = options;
  const listeners = new Map<PlatformId, Set<ServerResponse>>([...rooms.keys()].map((id) => [id, new Set()]));
  const waiting = new Map<PlatformId, (() => void)[]>();

  const server = createServer(certificate, (request, response) => {
    receive(request)
      .then((visit) => {
        const platform = platformOf(visit.url);
        const stage = platform && rooms.get(platform);
        if (!platform || !stage) return reply(response, notFound);
        if (visit.url.pathname === '/__stage/cues') return listen(platform, response);
        reply(response, answer(platform, stage, visit));
      })
      .catch(() => response.destroy());
  });

  function answer(platform: PlatformId, stage: Backstage, visit: Visit): Answer {
    const { pathname } = visit.url;
    const script = pathname.startsWith('/assets/') && files.get(pathname.slice('/assets/'.length));
    if (script) return { type: 'text/javascript; charset=utf-8', body: script };
    const { paths, title, answer } = pages[platform];
    if (visit.method === 'GET' && paths.test(pathname)) return html(title, options.boot(platform));
    return answer(visit, stage) ?? notFound;
  }

  function listen(platform: PlatformId, response: ServerResponse) {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write('\n');
    listeners.get(platform)?.add(response);
    response.on('close', () => listeners.get(platform)?.delete(response));
    const room = rooms.get(platform)?.room;
    if (room?.isLoggedOut()) cue(platform, { kind: 'logout' });
    else if (!room?.isLive()) cue(platform, { kind: 'end' });
    showFigures(platform);
    options.onOpen(platform);
    for (const resolve of waiting.get(platform) ?? []) resolve();
    waiting.delete(platform);
  }

  function cue(platform: PlatformId, what: Cue) {
    for (const response of listeners.get(platform) ?? []) response.write(`data: ${JSON.stringify(what)}\n\n`);
  }

  const isOpen = (platform: PlatformId) => (listeners.get(platform)?.size ?? 0) > 0;

  function showFigures(platform: PlatformId) {
    const stage = rooms.get(platform);
    if (!stage || !isOpen(platform)) return;
    const { delivered } = stage.room.progress();
    const orders = 137 + Math.floor(delivered / 9);
    cue(platform, {
      kind: 'figures',
      online: 1830 + stage.random.int(240),
      likes: 25_400 + delivered * 7,
      orders,
      sales: orders * 143,
    });
  }

  const timer = setInterval(() => {
    for (const platform of rooms.keys()) showFigures(platform);
  }, figuresEvery);

  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    const url = addressOf(request);
    const stage = rooms.get('kuaishou');
    if (platformOf(url) !== 'kuaishou' || !stage || !url.pathname.startsWith('/websocket/')) {
      socket.destroy();
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client: WebSocket) =>
      pushComments(client, url.searchParams.get('resume') || null, stage, options.key),
    );
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });

  return {
    port: (server.address() as AddressInfo).port,
    cue,
    isOpen,
    opened: (platform) =>
      isOpen(platform)
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiting.set(platform, [...(waiting.get(platform) ?? []), resolve]);
          }),
    async close() {
      clearInterval(timer);
      for (const client of sockets.clients) client.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function platformOf({ hostname }: URL): PlatformId | null {
  if (hostname.endsWith('.jinritemai.com')) return 'douyin';
  if (hostname.endsWith('.taobao.com')) return 'taobao';
  return hostname.endsWith('.kwaixiaodian.com') ? 'kuaishou' : null;
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
    ...(type.startsWith('text/html') ? { 'Content-Security-Policy': policy } : {}),
  });
  response.end(body);
}

const notFound: Answer = { status: 404, type: 'text/plain; charset=utf-8', body: '没有这个页面' };

/** As strict as a console could be: an extension that injects inline script fails on it. */
const policy = [
  "default-src 'self'",
  "script-src 'self' https://h5api.m.taobao.com",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self' wss://*.kwaixiaodian.com",
].join('; ');

function html(title: string, boot: Boot): Answer {
  const data = JSON.stringify(boot).replaceAll('<', '\\u003c');
  return {
    type: 'text/html; charset=utf-8',
    body: `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,"></head>
<body>
<div id="root"></div>
<script type="application/json" id="boot">${data}</script>
<script type="module" src="/assets/${boot.platform}.js"></script>
</body>
</html>`,
  };
}
