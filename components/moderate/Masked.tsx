import { Reveal } from './Reveal.tsx';
import { useMasked } from './use-masked.ts';

/** A viewer's words outside the feed: covered where they give somebody away, with the button that uncovers them. */
export function Masked({ text, isOurs = false }: { text: string; isOurs?: boolean }) {
  const { shown, leaks, isShown, toggle } = useMasked(text, isOurs);
  return (
    <>
      <bdi>{shown}</bdi>
      <Reveal leaks={leaks} isShown={isShown} onToggle={toggle} />
    </>
  );
}
