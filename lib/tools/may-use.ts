import { type Checker, isBlocking } from '../compliance/types.ts';
import type { Finding, PlatformId, ToolSetup } from '../model.ts';
import data from './data/bait.json' with { type: 'json' };

/** Why a tool must not be used, or what must be seen to. The words for them are in the catalogue. */
const toolReasons = [
  /** interaction for a gain, 骗互动: platform rules (docs/compliance.md, H1) */
  'bait',
  /** who does not follow gets nothing */
  'coercion',
  /** Douyin bans draws outside its own 福袋 (P3; as verified on 2026-07-13) */
  'own-tool',
  /** what the other platforms say of it was not found: their own tool is the safe way */
  'own-tool-safer',
  /** 反不正当竞争法 Art. 11 (3): the highest prize of a draw is at most 50,000 yuan */
  'too-dear',
  /** Art. 11 (1): kind, worth and conditions of a prize must be plain */
  'worth-unknown',
  /** from 22:00 to 08:00 minors are to be spared inducements (未成年人网络保护条例 Art. 44) */
  'late',
  /** 广告法 Art. 28, 价格规定 Art. 19: an end that is announced must be one */
  'hurry',
] as const;
export type ToolReason = (typeof toolReasons)[number];

/** These keep a tool from being started; the others are said. */
const stops: ReadonlySet<ToolReason> = new Set(['bait', 'coercion', 'own-tool', 'too-dear']);

export interface ToolVerdict {
  /** false: it must not be started */
  isFree: boolean;
  reasons: { why: ToolReason; isStop: boolean }[];
  /** what the rules find in its words */
  findings: Finding[];
}

/** In fen. */
const dearest = 5_000_000;
const night = { from: 22, to: 8 } as const;

/** All that viewers will read or hear of a tool, as one text. */
const wordsOf = (setup: ToolSetup): string =>
  [
    setup.title,
    ...(setup.what === 'vote' ? setup.options.map(({ name }) => name) : []),
    ...(setup.what === 'draw' && setup.prize ? [setup.prize] : []),
  ].join('。');

/** May this tool be used here and now? `hour` is the local one, 0–23. */
export function mayUse(
  setup: ToolSetup,
  { platform, hour, checker }: { platform: PlatformId; hour: number; checker: Checker },
): ToolVerdict {
  const words = wordsOf(setup);
  const holds = (patterns: readonly string[]) => patterns.some((one) => new RegExp(one, 'u').test(words));
  const isPrize = setup.what === 'draw' && setup.prize !== '';
  const isLate = hour >= night.from || hour < night.to;
  const found: Record<ToolReason, boolean> = {
    bait: holds(data.bait),
    coercion: holds(data.coercion),
    'own-tool': isPrize && platform === 'douyin',
    'own-tool-safer': isPrize && platform !== 'douyin',
    'too-dear': isPrize && (setup.worth ?? 0) > dearest,
    'worth-unknown': isPrize && setup.worth === null,
    late: isLate && (isPrize || setup.what === 'countdown'),
    hurry: setup.what === 'countdown' && holds(data.hurry),
  };
  const findings = checker.check(words, { channel: 'public_reply', platform });
  const reasons = toolReasons.filter((why) => found[why]).map((why) => ({ why, isStop: stops.has(why) }));
  return {
    isFree: !reasons.some(({ isStop }) => isStop) && !findings.some(isBlocking),
    reasons,
    findings,
  };
}
