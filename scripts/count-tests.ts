import { readFileSync } from 'node:fs';

/** Adds up vitest's JSON reports and prints `N passed, N failed`; fails when something failed or nothing ran. */
const reports = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, 'utf8')));
const sum = (key: string) => reports.reduce((total, report) => total + report[key], 0);

const [passed, failed, skipped] = [sum('numPassedTests'), sum('numFailedTests'), sum('numPendingTests')];
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
