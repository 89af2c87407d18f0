import scripts from './starter.json' with { type: 'json' };
import type { Script } from './types.ts';

/** The replies a shop begins with: no price, promise or claim in them that a shop would have to prove. */
export const starterScripts = scripts as readonly Script[];
