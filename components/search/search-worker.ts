import { openDatabase } from '../../lib/log/database.ts';
import type { Asked } from './line.ts';
import { serveSearch } from './serve.ts';

const ask = serveSearch(openDatabase(), (told) => postMessage(told));
addEventListener('message', ({ data }: MessageEvent<Asked>) => ask(data));
