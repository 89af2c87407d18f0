import { openDatabase } from '../../lib/log/database.ts';
import { readHits } from '../../lib/report/hits.ts';
import type { HitsAsked, HitsTold } from './hits-line.ts';

const db = openDatabase();
const tell = (told: HitsTold) => postMessage(told);

addEventListener('message', async ({ data: session }: MessageEvent<HitsAsked>) => {
  const hits = await readHits(db, session, () => false).catch(() => null);
  tell({ session, hits });
});
