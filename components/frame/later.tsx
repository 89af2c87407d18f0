import { type ComponentType, useEffect, useState } from 'react';

/**
 * A part that no first picture shows: its code is loaded when it is first wanted. Unlike `lazy`, it is drawn as soon as
 * it is there; behind a fallback React would hold it back (300 ms, React 19).
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let known: ComponentType<Props> | null = null;
  return function Later(props) {
    const [Part, setPart] = useState(() => known);
    useEffect(() => {
      if (known) return;
      let isGone = false;
      load().then(
        (loaded) => {
          known = loaded;
          if (!isGone) setPart(() => loaded);
        },
        (error: unknown) => {
          // into the error boundary: nothing here could show it
          setPart(() => {
            throw error;
          });
        },
      );
      return () => {
        isGone = true;
      };
    }, []);
    return Part && <Part {...props} />;
  };
}
