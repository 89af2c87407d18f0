/** Every data file of the rules, in one place: the only code to touch when a file is added. */
import exemptionData from './data/exemptions.json' with { type: 'json' };
import innocentData from './data/innocent.json' with { type: 'json' };
import absolute from './data/rules/absolute.json' with { type: 'json' };
import cosmetics from './data/rules/cosmetics.json' with { type: 'json' };
import disease from './data/rules/disease.json' with { type: 'json' };
import industry from './data/rules/industry.json' with { type: 'json' };
import medical from './data/rules/medical.json' with { type: 'json' };
import order from './data/rules/order.json' with { type: 'json' };
import platform from './data/rules/platform.json' with { type: 'json' };
import promotion from './data/rules/promotion.json' with { type: 'json' };
import safety from './data/rules/safety.json' with { type: 'json' };
import trust from './data/rules/trust.json' with { type: 'json' };
import veiled from './data/rules/veiled.json' with { type: 'json' };
import wellness from './data/rules/wellness.json' with { type: 'json' };
import claims from './data/words/claims.json' with { type: 'json' };
import context from './data/words/context.json' with { type: 'json' };
import healthWords from './data/words/health.json' with { type: 'json' };
import hush from './data/words/hush.json' with { type: 'json' };
import trade from './data/words/trade.json' with { type: 'json' };
import type { WordClasses } from './match/lexicon.ts';
import type { Exemption, Innocent, RuleFile } from './rules.ts';

export const ruleFiles = [
  ...absolute,
  ...promotion,
  ...disease,
  ...medical,
  ...wellness,
  ...cosmetics,
  ...safety,
  ...industry,
  ...trust,
  ...platform,
  ...order,
  ...veiled,
] as readonly RuleFile[];

export const classes: WordClasses = { ...claims, ...context, ...healthWords, ...hush, ...trade };
export const innocents: readonly Innocent[] = innocentData;
export const exemptions = exemptionData as readonly Exemption[];
