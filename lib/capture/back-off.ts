/** ms to wait after so many failures in a row: short at first, for a worker that died and is back at once. */
export const backOff = (failures: number): number => Math.min(5000, 250 * 2 ** failures);
