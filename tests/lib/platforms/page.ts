/** A document of its own with this body, as a saved page would be. */
export function pageOf(body: string): Document {
  return new DOMParser().parseFromString(`<!doctype html><html><body>${body}</body></html>`, 'text/html');
}
