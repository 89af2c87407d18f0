/** All that talks to a model, in one piece: nobody loads it who has set no provider. */
export { draftAnswer } from '../lib/assist/draft.ts';
export { createDrafter } from '../lib/assist/drafter.ts';
export { isLasting } from '../lib/llm/failure.ts';
export { connect } from '../lib/llm/openai.ts';
export { transcriberOf } from '../lib/llm/transcribe.ts';
