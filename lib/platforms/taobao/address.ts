/** The live's id as the address tells it, of console and viewer's page alike (2026-01). */
export function liveIdIn({ searchParams }: URL): string | null {
  const id = searchParams.get('liveId');
  return id && /^\w{1,64}$/.test(id) ? id : null;
}
