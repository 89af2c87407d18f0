/** Closed on both sides, it drops what is posted to it. */
const nowhere = (() => {
  const { port1, port2 } = new MessageChannel();
  port2.close();
  return port1;
})();

/**
 * Gives the memory of bytes that nobody reads any more back at once: left to the engine, hundreds of MB of them stand
 * there before it clears them away. `ArrayBuffer.transfer` would not do it: of what went through its streams Chromium
 * keeps a handle of its own, and lets go of that only where a buffer is posted (HTML, StructuredSerializeWithTransfer).
 */
export const release = ({ buffer }: ArrayBufferView): void => {
  if (buffer instanceof ArrayBuffer && buffer.byteLength > 0) nowhere.postMessage(null, [buffer]);
};
