import { useEffect, useRef, useState } from 'react';
import { maskLeaks } from '../../lib/moderate/leaks.ts';
import type { RoomState } from '../../lib/room/state.ts';
import { useText } from '../frame/use-text.ts';

/** A screen reader that is told more often than this (ms) never finishes a sentence. */
const restMs = 4000;

/** Reads new questions and findings in the draft aloud; comments are too many for that. */
export function Announcer({ state, version }: { state: RoomState; version: number }) {
  const text = useText();
  const [said, setSaid] = useState('');
  const last = useRef({ questions: state.questions.size, at: 0, draft: '' });

  useEffect(() => {
    const now = Date.now();
    const worst = state.draft?.findings.find((finding) => finding.severity !== 'S0');
    const draft = worst ? text.compliance.announce(text.findings.severity[worst.severity], worst.text) : '';
    if (draft !== last.current.draft) {
      last.current.draft = draft;
      if (draft) return setSaid(draft);
    }
    if (state.questions.size === last.current.questions || now - last.current.at < restMs) return;
    const newest = [...state.questions.values()].at(-1);
    last.current = { ...last.current, questions: state.questions.size, at: now };
    if (newest) setSaid(text.questions.announce(maskLeaks(newest.text)));
  }, [state, version, text]);

  return (
    <div role="status" aria-live="polite" className="only-heard">
      {said}
    </div>
  );
}
