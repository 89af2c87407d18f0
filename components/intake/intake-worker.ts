import { openDatabase } from '../../lib/log/database.ts';
import { serveIntake } from './serve.ts';
import type { Asked } from './tasks.ts';

const answer = serveIntake(openDatabase(), (told) => postMessage(told));
addEventListener('message', ({ data }: MessageEvent<Asked>) => void answer(data));
