/** Calls `ask` again and again until told to stop; it gives the ms to wait, and may fail. */
export function poll(ask: () => Promise<number>, pollMs: number): () => void {
  let timer: ReturnType<typeof setTimeout>;
  let stopped = false;
  const turn = async () => {
    const wait = await ask().catch(() => pollMs);
    if (!stopped) timer = setTimeout(turn, wait);
  };
  void turn();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

/** Asks for JSON. */
export async function askJson<T>(url: string, init?: RequestInit): Promise<T> {
  return (await fetch(url, { credentials: 'include', ...init })).json() as Promise<T>;
}
