import { openDatabase } from '../../lib/log/database.ts';
import { readApart } from './read-apart.ts';
import { serveIntake } from './serve.ts';
import type { Asked } from './tasks.ts';

const answer = serveIntake(openDatabase(), { tell: (told) => postMessage(told), read: readApart });
addEventListener('message', ({ data }: MessageEvent<Asked>) => void answer(data));
