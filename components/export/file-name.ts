/** A name that every file system takes: what is forbidden or invisible becomes a dash. */
export function fileName(parts: readonly string[], extension: string): string {
  const name = parts
    .join('-')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
    .replace(/[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069\\/:*?"<>|\s]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  return `${name.slice(0, 80)}.${extension}`;
}
