import { vi } from 'vitest';
import type { FillOutcome, RoomActions } from '../../components/room/actions.ts';
import type { CheckedText } from '../../lib/compliance/types.ts';

/** Hands that note what they were told to do; every text is let through, every fill succeeds. */
export const hands = () =>
  ({
    limit: 50,
    clear: (text: string): CheckedText | null => text as CheckedText,
    overrule: vi.fn((text: string, reason: string) => ({ text: text as CheckedText, reason, findings: [] })),
    fill: vi.fn(async (): Promise<FillOutcome> => ({ ok: true, previous: '' })),
    restore: vi.fn(async (): Promise<FillOutcome> => ({ ok: true, previous: '' })),
    close: vi.fn(),
    hand: vi.fn(),
    lack: vi.fn(),
    split: vi.fn(),
    join: vi.fn(),
    drafted: vi.fn(),
    showed: vi.fn(),
    record: vi.fn(),
    prompt: vi.fn(() => true),
    turn: vi.fn(),
  }) satisfies RoomActions;
