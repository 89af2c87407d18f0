import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync('components/frame/tokens.css', 'utf8');
const [light, dark] = [...css.matchAll(/:root(?:\[[^\]]*\])? \{([^}]*)\}/g)].map(
  ([, block = '']) =>
    new Map(
      [...block.matchAll(/--([\w-]+): (#[0-9a-f]{3,6});/g)].map(([, name = '', value = '']) => [name, value]),
    ),
);

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const full = hex.length === 4 ? hex.replace(/[0-9a-f]/g, '$&$&') : hex;
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(tokens: Map<string, string>, front: string, back: string): number {
  const [a, b] = [front, back].map((name) => luminance(tokens.get(name) as string)) as [number, number];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const words = ['ink', 'ink-2', 'accent', 's3', 's2', 's1', 'pass'];
const papers = ['paper', 'paper-2', 'accent-soft', 's3-soft', 's2-soft', 's1-soft'];

test.each([
  ['light', light as Map<string, string>],
  ['dark', dark as Map<string, string>],
])('every word can be read on every paper, %s', (_, tokens) => {
  for (const front of words)
    for (const back of papers)
      expect(contrast(tokens, front, back), `${front} on ${back}`).toBeGreaterThan(4.5);
  expect(contrast(tokens, 'on-accent', 'accent')).toBeGreaterThan(4.5);
  for (const edge of ['age-amber', 'age-red'])
    expect(contrast(tokens, edge, 'paper'), edge).toBeGreaterThan(3);
});
