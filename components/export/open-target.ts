import type { Write } from '../../lib/export/order.ts';

/** Where an exported file goes: nothing is left of it unless `finish` is reached. */
interface Target {
  write: Write;
  /** the file stands under its name from now on */
  finish(): Promise<void>;
  discard(): Promise<void>;
}

/** What the File System Access API gives; TypeScript's own types lack the picker. */
interface Handle {
  name: string;
  createWritable(): Promise<{
    write(part: Uint8Array<ArrayBuffer>): Promise<void>;
    close(): Promise<void>;
    abort(): Promise<void>;
  }>;
}
type Picker = (options: { suggestedName: string }) => Promise<Handle>;

/** A place that was chosen; the file is begun by `open` only. */
export interface Place {
  name: string;
  open(): Promise<Target>;
}

/**
 * Asks where the file shall go, straight to disk where the browser can, else to its downloads. Null when the person
 * thought better of it. Call it in a click's own task: the picker wants the gesture.
 */
export async function choosePlace(name: string, type: string): Promise<Place | null> {
  const picker = (window as { showSaveFilePicker?: Picker }).showSaveFilePicker;
  if (!picker) return { name, open: async () => openDownload(name, type) };
  try {
    const handle = await picker.call(window, { suggestedName: name });
    return { name: handle.name, open: () => openFile(handle) };
  } catch (error) {
    if ((error as DOMException).name === 'AbortError') return null;
    // the picker is there but forbidden, as by a company's policy
    return { name, open: async () => openDownload(name, type) };
  }
}

async function openFile(handle: Handle): Promise<Target> {
  // writes go to a copy that takes the file's place when it is closed
  const file = await handle.createWritable();
  return { write: (bytes) => file.write(bytes), finish: () => file.close(), discard: () => file.abort() };
}

function openDownload(name: string, type: string): Target {
  // blobs, so that the browser can move them out of memory
  let parts: Blob[] = [];
  return {
    write: async (bytes) => void parts.push(new Blob([bytes])),
    finish: async () => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(parts, { type }));
      link.download = name;
      link.click();
      parts = [];
      // the download holds the blob by then
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    },
    discard: async () => {
      parts = [];
    },
  };
}
