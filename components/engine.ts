/** All that judges and answers, in one piece: the rules and scripts are most of the code, and no first picture needs them. */
export { agreesWithFacts, disagreementIn } from '../lib/assist/agree.ts';
export { sourcesOf } from '../lib/assist/facts.ts';
export { clear, compileRules, inPlace, prepareRules } from '../lib/compliance/index.ts';
export { overrule } from '../lib/compliance/overrule.ts';
export { createLibrary, createLibraryInSlices } from '../lib/reply/library.ts';
export { lookedThrough, offer } from '../lib/reply/suggest.ts';
export { starterIn } from '../lib/shop/starter-set.ts';
export { categoryName } from './rules/rule-names.ts';
