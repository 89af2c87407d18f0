import type { Response } from '../messages.ts';

type Box = HTMLInputElement | HTMLTextAreaElement;
type Verdict = Response<'cs-bg:check'>;

/** What stands in the box and what was found in it; exempted findings are left out. */
export interface Draft extends Verdict {
  text: string;
  box: Box | null;
}

export interface DraftOptions {
  document: Document;
  composer(): Box | null;
  check(text: string): Promise<Verdict>;
  /** Told when there is something to say, and once with no findings when there no longer is. */
  onDraft(draft: Draft): void;
  after(ms: number, task: () => void): void;
}

/** ms of rest after a keystroke before the text is checked. */
const rest = 120;

/** Checks the console's own box as it is typed into. `look` finds what the page changed without an event. */
export function watchDraft({ document, composer, check, onDraft, after }: DraftOptions): {
  look(): void;
  stop(): void;
} {
  const state = { checked: '', turn: 0, isFlagged: false, isComposing: false, isOver: false };

  const onInput = (event: Event) => {
    state.isComposing = (event as InputEvent).isComposing === true;
    if (!state.isComposing && event.target === composer()) soon();
  };
  const onComposed = (event: Event) => {
    state.isComposing = false;
    if (event.target === composer()) soon();
  };

  function soon(): void {
    state.turn += 1;
    const { turn } = state;
    after(rest, () => {
      // no answer: the extension is gone, and this page will be told so elsewhere
      if (turn === state.turn) judge().catch(() => {});
    });
  }

  async function judge(): Promise<void> {
    const box = composer();
    const text = (box?.value ?? '').slice(0, 1000);
    if (state.isOver || text === state.checked) return;
    state.checked = text;
    const verdict = text.trim() === '' ? { findings: [], rules: '' } : await check(text);
    // a later text may have been judged meanwhile
    if (state.isOver || text !== state.checked) return;
    const findings = verdict.findings.filter(({ severity }) => severity !== 'S0').slice(0, 50);
    if (findings.length === 0 && !state.isFlagged) return;
    state.isFlagged = findings.length > 0;
    onDraft({ text, box, findings, rules: verdict.rules });
  }

  document.addEventListener('input', onInput, true);
  document.addEventListener('compositionend', onComposed, true);
  return {
    look() {
      if (!state.isComposing && (composer()?.value ?? '') !== state.checked) soon();
    },
    stop() {
      state.isOver = true;
      document.removeEventListener('input', onInput, true);
      document.removeEventListener('compositionend', onComposed, true);
    },
  };
}
