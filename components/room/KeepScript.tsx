import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ProductFacts } from '../../lib/assist/types.ts';
import { useText } from '../frame/use-text.ts';
import type { Asked, RoomShop } from './actions.ts';

interface Props {
  shop: RoomShop;
  words: string;
  question: Asked | null;
  product: ProductFacts | null;
}

/** Keeps a reply that was just written as a script, with its question, in one press. */
export function KeepScript({ shop, words, question, product }: Props) {
  const text = useText();
  const [outcome, setOutcome] = useState<Awaited<ReturnType<RoomShop['keep']>> | null>(null);
  const keep = async () => setOutcome(await shop.keep(words, question, product));
  if (outcome === null || outcome === 'failed')
    return (
      <>
        {outcome === 'failed' && <b>{text.shop.notSaved}</b>}
        <Button size="compact-xs" variant="default" onClick={() => void keep()}>
          {text.shop.room.save}
        </Button>
      </>
    );
  return (
    <>
      <span>{outcome === 'kept' ? text.shop.room.saved : text.shop.room.savedAlso}</span>
      <Button size="compact-xs" variant="default" onClick={() => shop.open()}>
        {text.shop.room.open}
      </Button>
    </>
  );
}
