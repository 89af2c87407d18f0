import { classes, exemptions, innocents, ruleFiles } from './data.ts';

/** The rules that come with this build, as `prepareRules` hashes them: for whoever must show what judged. */
export const builtInRules = () => ({ rules: ruleFiles, classes, innocents, exemptions });
export type BuiltIn = ReturnType<typeof builtInRules>;
