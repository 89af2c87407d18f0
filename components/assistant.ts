/** All that talks to a model, in one piece: nobody loads it who has set no provider. */
export { draftAnswer } from '../lib/assist/draft.ts';
export { createDrafter } from '../lib/assist/drafter.ts';
export { connect } from '../lib/llm/openai.ts';
