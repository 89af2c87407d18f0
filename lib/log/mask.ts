/** A name of which only the first character can be read; the stars do not tell its length. */
export const maskName = (name: string): string => (name ? `${[...name][0]}***` : '');
