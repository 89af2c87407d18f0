import { type PlatformId, platformIds } from '../lib/model.ts';
import { createCrowd } from './crowd.ts';
import { type Recorded, type StageOptions, usual } from './options.ts';
import { createPlayer } from './player.ts';
import { createRandom } from './random.ts';
import { createRoom } from './room.ts';
import { lines } from './viewers.ts';
import type { Backstage } from './wire/wire.ts';

/** Fills one room per platform with its own crowd, playing from the same seed. `now` is ms epoch. */
export function openRooms(options: StageOptions, now: () => number): Map<PlatformId, Backstage> {
  const { platforms = platformIds } = options;
  return new Map(platforms.map((platform) => [platform, openRoom(platform, options, now)]));
}

function openRoom(platform: PlatformId, options: StageOptions, now: () => number): Backstage {
  const { seed = 1, rate = 5, backlog = 12, pollMs = 1000, feed = 'known' } = options;
  // a socket whose feed has changed is one that only the page can read
  const push = feed === 'known' ? (options.kuaishouPush ?? 'mixed') : 'sealed';
  const awkward = { ...usual, ...options.awkward };
  const crowd = createCrowd(platform, seed, Math.max(240, Math.round(rate * 60)));
  const recorded = recordingOf(platform, options.comments);
  const player = createPlayer({
    platform,
    seed,
    rate,
    total: options.total ?? Number.POSITIVE_INFINITY,
    durationMs: options.durationMs ?? Number.POSITIVE_INFINITY,
    awkward,
    crowd,
    lines,
    recorded,
    recordedPace: options.rate === undefined && (recorded?.every(({ at }) => at !== undefined) ?? false),
  });
  const room = createRoom({ platform, seed, player, anchor: crowd.anchor, backlog, now });
  return { room, crowd, awkward, pollMs, feed, push, random: createRandom(seed, `${platform}:server`), now };
}

function recordingOf(
  platform: PlatformId,
  comments: StageOptions['comments'],
): readonly Recorded[] | undefined {
  if (comments === undefined) return undefined;
  return isList(comments) ? comments : comments[platform];
}

// Array.isArray does not narrow readonly arrays
const isList = (comments: NonNullable<StageOptions['comments']>): comments is readonly Recorded[] =>
  Array.isArray(comments);
