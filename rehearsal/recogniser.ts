import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

/** Two sentences of a speech synthesiser (espeak-ng, Mandarin, 8 kHz), a second of quiet around each. */
export const hostSound = fileURLToPath(new URL('./sound/host.wav', import.meta.url));
/** What stands in it; the second must not be said. */
export const hostSays = ['大家好，欢迎来到直播间', '这款面霜全网最低价'] as const;

/** A call for a transcription: how long its sound is (ms) and how loud (0 to 1). */
export interface TranscriptionCall {
  model: string;
  authorization: string | undefined;
  ms: number;
  loudness: number;
}

/** How the server answers the next call; by itself it says what stands next on its list. */
export type TranscriptionManner = 'answers' | 'stalls' | 'nonsense' | 'refuses' | 'fails';

/** A transcription endpoint on this machine that knows what will be said, over and over, and looks at the sound it gets. */
export async function startRecogniser(said: readonly string[]) {
  const calls: TranscriptionCall[] = [];
  const behaviour: { manner: TranscriptionManner; next: number } = { manner: 'answers', next: 0 };
  const server = createServer(async (request, response) => {
    if (request.method === 'OPTIONS') {
      response.writeHead(204, corsOf(request)).end();
      return;
    }
    const body = await bytesOf(request);
    calls.push({ authorization: request.headers.authorization, ...read(body) });
    if (behaviour.manner === 'stalls') return;
    const status = { refuses: 401, fails: 500 }[behaviour.manner as string] ?? 200;
    response.writeHead(status, { 'content-type': 'application/json', ...corsOf(request) });
    const text = behaviour.manner === 'nonsense' ? '字'.repeat(20_000) : said[behaviour.next % said.length];
    if (behaviour.manner === 'answers') behaviour.next++;
    response.end(JSON.stringify(status === 200 ? { text } : { error: { message: 'no' } }));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/v1`,
    calls,
    behave: (manner: TranscriptionManner) => {
      behaviour.manner = manner;
    },
    close: () =>
      new Promise<void>((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

const corsOf = ({ headers }: IncomingMessage) => ({
  'access-control-allow-origin': headers.origin ?? '*',
  'access-control-allow-headers': '*',
});

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** The form's model and its sound, which must be a WAV file of 16 kHz with something in it. */
function read(body: Buffer): Omit<TranscriptionCall, 'authorization'> {
  const model = /name="model"\r\n\r\n([^\r]*)/.exec(body.toString('latin1'))?.[1] ?? '';
  const start = body.indexOf('RIFF');
  const rate = body.readUInt32LE(start + 24);
  const count = body.readUInt32LE(start + 40) / 2;
  let sum = 0;
  for (let i = 0; i < count; i++) sum += (body.readInt16LE(start + 44 + 2 * i) / 32768) ** 2;
  return { model, ms: (count * 1000) / rate, loudness: Math.sqrt(sum / count) };
}
