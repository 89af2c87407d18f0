import { type KeyboardEvent, useState } from 'react';

export const textLimit = 50;

export interface Composer {
  value: string;
  change(value: string): void;
  /** puts the box back to `value` when someone wrote past it */
  onInput(): void;
  canSend: boolean;
  send(): void;
  onKeyDown(event: KeyboardEvent): void;
  /** why the last one was refused */
  refusal: string;
}

/**
 * The state behind a console's reply box: the box shows `value` and nothing else.
 * `deliver` resolves with null, or with the server's reason for refusing.
 */
export function useComposer(deliver: (text: string) => Promise<string | null>, cut: boolean): Composer {
  const [value, setValue] = useState('');
  const [busy, setBusy] = useState(false);
  const [, setInputs] = useState(0);
  const [refusal, setRefusal] = useState('');
  const canSend = !busy && value.trim() !== '' && value.length <= textLimit;

  async function send() {
    if (!canSend) return;
    setBusy(true);
    const reason = await deliver(value.trim()).catch(() => '网络异常，请重试');
    setBusy(false);
    setRefusal(reason ?? '');
    if (reason === null) setValue('');
  }

  return {
    value,
    canSend,
    onInput: () => setInputs((count) => count + 1),
    refusal,
    send,
    change(next) {
      setRefusal('');
      setValue(cut ? next.slice(0, textLimit) : next);
    },
    onKeyDown(event) {
      if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
      event.preventDefault();
      void send();
    },
  };
}
