import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { makeCertificate } from '../../rehearsal/certificate.ts';

/** What a server says when it is asked for a path. */
export interface Served {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
}

/** An https server on this machine that publishes lists, well or ill behaved. */
export async function startListServer() {
  const files = new Map<string, Served>();
  const asked: { path: string; headers: NodeJS.Dict<string | string[]> }[] = [];
  const server = createServer(await makeCertificate(['localhost']), ({ url = '', headers }, response) => {
    asked.push({ path: url, headers });
    const { status = 200, headers: more, body = '' } = files.get(url) ?? { status: 404 };
    const etag = more?.etag;
    if (etag && headers['if-none-match'] === etag) return void response.writeHead(304).end();
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...more }).end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    address: `https://localhost:${port}`,
    asked,
    serve: (path: string, served: Served) => files.set(path, served),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A publisher's key, and signatures with it, in base64. */
export async function makePublisher() {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const base64 = (bytes: ArrayBuffer) => Buffer.from(bytes).toString('base64');
  return {
    key: base64(await crypto.subtle.exportKey('raw', pair.publicKey)),
    sign: async (text: string) =>
      base64(await crypto.subtle.sign('Ed25519', pair.privateKey, Buffer.from(text))),
  };
}
