import { openDatabase } from '../../lib/log/database.ts';
import { serveShelf } from './serve-shelf.ts';
import type { ShelfAsked } from './shelf-line.ts';

const { ask } = serveShelf(openDatabase(), (told) => postMessage(told));
addEventListener('message', ({ data }: MessageEvent<ShelfAsked>) => ask(data));
