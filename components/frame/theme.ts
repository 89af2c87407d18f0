import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
} from '@mantine/core';

const accent: MantineColorsTuple = [
  '#f1edff',
  '#e0d8fb',
  '#c9bbf6',
  '#b9a3ff',
  '#9775fa',
  '#7950f2',
  '#6741d9',
  '#5f3dc4',
  '#5235ab',
  '#452c90',
];

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 3 },
  // the kit chooses white or black without knowing which theme is on
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input);
    return input.variant === 'filled' ? { ...colors, color: 'var(--on-accent)' } : colors;
  },
  colors: { accent },
  defaultRadius: 4,
  fontFamily: 'var(--font)',
  fontSizes: { xs: '12px', sm: '12px', md: '13px', lg: '16px', xl: '16px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  respectReducedMotion: true,
});

/** The kit's own greys give way to ours, so that both look like one. */
export const variables: CSSVariablesResolver = () => {
  const ours = {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-2)',
    '--mantine-color-placeholder': 'var(--ink-2)',
    '--mantine-color-default': 'var(--paper)',
    '--mantine-color-default-hover': 'var(--paper-2)',
    '--mantine-color-default-border': 'var(--line)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-primary-color-contrast': 'var(--on-accent)',
  };
  return { variables: {}, light: ours, dark: ours };
};
