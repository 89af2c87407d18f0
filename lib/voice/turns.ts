/** Runs what it is given one after another, in the order of asking; one that fails holds up no other. */
export function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let before: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = before.then(() => work());
    before = done.catch(() => {});
    return done;
  };
}
