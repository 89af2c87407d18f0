import rewrites from '../data/rewrites.json' with { type: 'json' };

/** Compliant wordings with {slots} for a family of rules; tests hold that each scans clean. */
export const rewritesFor = (family: string | undefined): string[] =>
  family === undefined ? [] : [...((rewrites as Record<string, string[]>)[family] ?? [])];
