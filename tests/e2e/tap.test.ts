import { afterEach, expect, test } from 'vitest';
import type { PlatformId } from '../../lib/model.ts';
import { openRehearsal, type Rehearsal } from '../../scripts/drive/open.ts';

let rehearsal: Rehearsal;
afterEach(() => rehearsal?.close());

/** A console, and a page that no content script is for. */
async function open(platform: PlatformId) {
  rehearsal = await openRehearsal({ platforms: [platform] });
  const page = await rehearsal.console(platform);
  const plain = await rehearsal.browser.newPage();
  await plain.goto(`https://${new URL(page.url()).host.replace(/^[^.]+/, 'static')}/`).catch(() => {});
  if (plain.url().startsWith('chrome-error')) await plain.goto('about:blank');
  return { page, plain };
}

/** Everything a page can learn of the functions that are watched, and of their owners. */
const portrait = () => {
  const owners: Record<string, object> = {
    window,
    Response,
    'Response.prototype': Response.prototype,
    'XMLHttpRequest.prototype': XMLHttpRequest.prototype,
    WebSocket,
    'WebSocket.prototype': WebSocket.prototype,
    'Function.prototype': Function.prototype,
    'EventTarget.prototype': EventTarget.prototype,
    'Node.prototype': Node.prototype,
  };
  const names = ['fetch', 'WebSocket', 'XMLHttpRequest', 'Response', 'MutationObserver', 'Function'];
  const print = Function.prototype.toString;
  const face = (value: unknown) =>
    typeof value === 'function'
      ? [print.call(value), String(value), value.name, value.length, Reflect.ownKeys(value).map(String)]
      : typeof value;
  return JSON.stringify(
    Object.entries(owners).map(([owner, object]) =>
      Reflect.ownKeys(object)
        .map(String)
        .filter((key) => owner !== 'window' || names.includes(key))
        .map((key) => {
          const found = Object.getOwnPropertyDescriptor(object, key);
          if (!found) return [owner, key];
          const { configurable, enumerable, writable, get, set, value } = found;
          return [owner, key, configurable, enumerable, writable, face(get), face(set), face(value)];
        }),
    ),
  );
};

test.each<PlatformId>(['douyin', 'kuaishou', 'taobao'])(
  'on %s watched functions look, print and are described as before',
  async (platform) => {
    const { page, plain } = await open(platform);

    expect(JSON.parse(await page.evaluate(portrait))).toEqual(JSON.parse(await plain.evaluate(portrait)));
    expect(
      await page.evaluate(() => {
        const socket = new WebSocket('wss://zs.kwaixiaodian.com/nothing');
        socket.close();
        class Mine extends WebSocket {}
        return [
          socket instanceof WebSocket,
          socket.constructor === WebSocket,
          Object.getPrototypeOf(socket) === WebSocket.prototype,
          Mine.prototype instanceof WebSocket,
          Function.prototype.toString.call(Function.prototype.toString),
          WebSocket.OPEN,
        ];
      }),
    ).toEqual([true, true, true, true, 'function toString() { [native code] }', 1]);
  },
);

test('watched calls answer, fail and refuse as before', async () => {
  const { page } = await open('douyin');

  const seen = await page.evaluate(async () => {
    const url = '/api/anchor/comment/info?cursor=&x=1';
    const unhandled: string[] = [];
    addEventListener('unhandledrejection', (event) => {
      unhandled.push(String(event.reason));
      event.preventDefault();
    });
    const attempt = (act: () => unknown) => {
      try {
        return act();
      } catch (error) {
        return String(error);
      }
    };
    const response = await fetch(url);
    const twin = response.clone();
    const first = await response.json();
    const text = await twin.text();
    const streamed = await fetch(url);
    const whole = await new Response(streamed.body).text();
    const xhr = await new Promise<XMLHttpRequest>((done) => {
      const request = new XMLHttpRequest();
      request.open('GET', url);
      request.responseType = 'json';
      request.onload = () => done(request);
      request.send();
    });
    // nobody handles this one: it must still be reported
    void response.json();
    await new Promise((done) => setTimeout(done, 1500));
    return {
      same: JSON.stringify(first) === JSON.stringify(JSON.parse(text)),
      used: [response.bodyUsed, twin.bodyUsed],
      streamed: whole.startsWith('{'),
      xhr: [typeof xhr.response, xhr.response.code ?? xhr.response.st],
      again: await response.text().catch(String),
      illegal: [
        attempt(() => Response.prototype.clone.call({} as Response)),
        await Response.prototype.json.call({} as Response).catch(String),
        attempt(() => XMLHttpRequest.prototype.send.call({} as XMLHttpRequest)),
        attempt(() => (WebSocket as unknown as () => void)()),
        attempt(() => Function.prototype.toString.call({})),
      ],
      unhandled,
    };
  });

  expect(seen).toMatchObject({ same: true, used: [true, true], streamed: true, xhr: ['object', 0] });
  expect(seen.again).toContain('already read');
  expect(seen.illegal.every((text) => String(text).startsWith('TypeError'))).toBe(true);
  expect(seen.unhandled).toHaveLength(1);
});

test('a callback of the page is its own again when it runs, and may throw', async () => {
  const { page } = await open('taobao');

  const seen = await page.evaluate(async () => {
    const globals = window as unknown as Record<string, unknown>;
    const thrown: string[] = [];
    addEventListener('error', (event) => {
      thrown.push(event.message);
      event.preventDefault();
    });
    const watched = 'query.anchorlatest/3.0';
    const ask = (name: string, callback: (...args: unknown[]) => void, api = watched) =>
      new Promise((done) => {
        globals[name] = callback;
        const script = document.createElement('script');
        script.onload = done;
        script.src = `https://h5api.m.taobao.com/h5/mtop.taobao.iliad.comment.${api}/?callback=${name}&data=%7B%7D`;
        document.head.append(script);
      });
    const calls: unknown[] = [];
    const mine = (...args: unknown[]) => {
      calls.push(args.length, typeof args[0], globals.mtopjsonp901 === mine);
      delete globals.mtopjsonp901;
    };
    await ask('mtopjsonp901', mine);
    const fail = () => {
      throw new Error('the page’s own fault');
    };
    await ask('mtopjsonp902', fail);
    await ask('mtopjsonp903', fail, 'publish/1.0');
    return { calls, left: 'mtopjsonp901' in globals, thrown };
  });

  expect(seen).toMatchObject({ calls: [1, 'object', true], left: false });
  expect(seen.thrown).toHaveLength(2);
  expect(seen.thrown[0]).toBe(seen.thrown[1]);
});

test('frames are copied without a look that the page could notice', async () => {
  // the page itself asks without a socket: the only one is opened here
  rehearsal = await openRehearsal({ platforms: ['douyin'], viewerTransport: 'fetch' });
  const page = await rehearsal.open('douyin-viewer');
  const plain = await rehearsal.browser.newPage();
  await plain.goto('https://static.douyin.com/').catch(() => {});

  expect(JSON.parse(await page.evaluate(portrait))).toEqual(JSON.parse(await plain.evaluate(portrait)));

  const looks = await page.evaluate(async () => {
    const heard: string[] = [];
    document.addEventListener('live-copilot:heard', (event) =>
      heard.push(JSON.parse((event as CustomEvent).detail).via),
    );
    const counts = { data: 0, url: 0, bytes: 0 };
    const watch = (owner: object, name: string, count: keyof typeof counts) => {
      const found = Object.getOwnPropertyDescriptor(owner, name) as PropertyDescriptor;
      const slot = found.get ? 'get' : 'value';
      const real = found[slot] as (...args: unknown[]) => unknown;
      Object.defineProperty(owner, name, {
        ...found,
        [slot](this: unknown, ...args: unknown[]) {
          // the page's own line to the stage is no socket
          if (!(this instanceof MessageEvent) || this.target instanceof WebSocket) counts[count] += 1;
          return real.apply(this, args);
        },
      });
    };
    watch(MessageEvent.prototype, 'data', 'data');
    watch(WebSocket.prototype, 'url', 'url');
    watch(Blob.prototype, 'arrayBuffer', 'bytes');
    for (const type of ['arraybuffer', 'blob'] as const) {
      const socket = new WebSocket('wss://webcast5-ws-web-lf.douyin.com/webcast/im/push/v2/?room_id=1');
      socket.binaryType = type;
      await new Promise((done) => socket.addEventListener('message', done, { once: true }));
      await new Promise((done) => setTimeout(done, 200));
      socket.close();
    }
    return { ...counts, frames: heard.filter((via) => via === 'frame').length };
  });

  expect(looks).toMatchObject({ data: 0, url: 0, bytes: 0 });
  expect(looks.frames).toBeGreaterThan(1);
});
