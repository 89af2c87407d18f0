import { browser } from 'wxt/browser';
import type { DrawSetup, ToolSetup } from '../../../lib/model.ts';
import { commitmentOf, digestOf, drawLots } from '../../../lib/tools/draw.ts';
import { candidatesOf, type ToolRun } from '../../../lib/tools/run.ts';
import type { RoomActions } from '../../room/actions.ts';

/** A setup as it is filled in: a draw gets its commitment when it starts. */
export type Draft = Exclude<ToolSetup, DrawSetup> | Omit<DrawSetup, 'commitment'>;

export interface ToolActs {
  start(draft: Draft, rules: string): Promise<void>;
  close(run: ToolRun): void;
  drop(run: ToolRun): void;
  /** draws the lots of a tool that is closed */
  draw(run: ToolRun): Promise<'drawn' | 'lost' | 'nobody'>;
}

const keyOf = (id: string) => `draw:${id}`;

/** What a controller does with a tool, written down as it is done. A secret stays in memory until it is drawn with. */
export const toolActs = ({ record }: Pick<RoomActions, 'record'>): ToolActs => ({
  async start(draft, rules) {
    const id = crypto.randomUUID();
    if (draft.what !== 'draw') return record({ kind: 'tool', id, setup: draft, rules });
    const secret = Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join('');
    await browser.storage.session.set({ [keyOf(id)]: secret });
    const setup = { ...draft, commitment: await commitmentOf(secret) };
    record({ kind: 'tool', id, setup, rules });
  },
  close: ({ id }) => record({ kind: 'tool-close', tool: id }),
  drop: ({ id }) => record({ kind: 'tool-close', tool: id, dropped: true }),
  async draw(run) {
    if (run.setup.what !== 'draw') return 'nobody';
    const key = keyOf(run.id);
    const secret: unknown = (await browser.storage.session.get(key))[key];
    if (typeof secret !== 'string') return 'lost';
    const candidates = candidatesOf(run);
    if (candidates.length === 0) return 'nobody';
    const digest = await digestOf(candidates);
    const places = await drawLots({ secret, digest }, candidates.length, run.setup.winners);
    const winners = places.map((place) => candidates[place]!);
    record({ kind: 'draw', tool: run.id, candidates: candidates.length, digest, secret, places, winners });
    return 'drawn';
  },
});
