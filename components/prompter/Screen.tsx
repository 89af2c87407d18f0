import { type CSSProperties, type ReactNode, useState } from 'react';
import { createPortal } from 'react-dom';
import { usePreferences } from '../frame/use-preferences.ts';
import { useText } from '../frame/use-text.ts';
import { Bar } from './Bar.tsx';
import styles from './prompter.module.css';
import { useFloat } from './use-float.ts';
import { type PromptActs, usePromptKeys } from './use-prompt-keys.ts';

const nothing: PromptActs = {};

/** The face of the prompter in its colours, mirrored if wanted, here or floating; the bar comes with the pointer. */
export function Screen({ acts = nothing, children }: { acts?: PromptActs; children: ReactNode }) {
  const text = useText();
  const [{ prompter: look }] = usePreferences();
  const { floating, canFloat, float, land } = useFloat();
  const [face, setFace] = useState<HTMLElement | null>(null);
  usePromptKeys(window, acts, face);
  usePromptKeys(floating, acts, face);

  const shown = (
    <div
      ref={setFace}
      className={styles.screen}
      data-theme={look.theme}
      style={{ '--size': `${look.size}px` } as CSSProperties}
    >
      <main className={styles.face} data-mirror={look.mirror} aria-label={text.prompter.title}>
        {children}
      </main>
      <Bar acts={acts} onFloat={canFloat && !floating ? float : undefined} face={face} />
    </div>
  );
  if (!floating) return shown;
  return (
    <div className={styles.screen} data-theme={look.theme}>
      <div className={styles.blank}>
        <p>{text.prompter.floating}</p>
        <button type="button" className={styles.button} onClick={land}>
          {text.prompter.unfloat}
        </button>
      </div>
      {createPortal(shown, floating.document.body)}
    </div>
  );
}
