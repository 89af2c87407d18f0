import { createContext } from 'react';
import type { PlatformId } from '../../lib/model.ts';

/** Which session is shown, for what must be read from its log; null where there is none. */
export interface Place {
  session: string;
  platform: PlatformId;
}
export const PlaceContext = createContext<Place | null>(null);
