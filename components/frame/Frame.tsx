import './styles.ts';
import { MantineProvider } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { languageOf } from '../../lib/preferences.ts';
import { Boundary } from './Boundary.tsx';
import { theme, variables } from './theme.ts';
import { PreferencesContext, useStoredPreferences } from './use-preferences.ts';
import { TextContext, useTextIn } from './use-text.ts';

/** What every extension page stands in: theme, language, and the way to change them. */
export function Frame({ title, children }: { title?: string; children: ReactNode }) {
  const [preferences, change] = useStoredPreferences();
  const language = preferences && languageOf(preferences, navigator.languages);
  const text = useTextIn(language);

  useEffect(() => {
    if (!language || !text) return;
    document.documentElement.lang = language;
    document.title = [title, text.name].filter(Boolean).join(' · ');
  }, [language, text, title]);

  // a few ms; drawing before would flash the wrong theme
  if (!preferences || !text) return null;
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      defaultColorScheme="auto"
      {...(preferences.theme !== 'auto' && { forceColorScheme: preferences.theme })}
    >
      <PreferencesContext value={[preferences, change]}>
        <TextContext value={text}>
          <Boundary>{children}</Boundary>
        </TextContext>
      </PreferencesContext>
    </MantineProvider>
  );
}
