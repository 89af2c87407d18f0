import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const cached = (pattern: string) =>
  globSync(join(homedir(), '.cache', pattern))
    .sort()
    .reverse();

/** Browsers that load an unpacked extension, best first. Branded Chrome comes last: see `takesExtensionSwitch`. */
function candidates(): string[] {
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome for Testing', 'Chromium', 'Microsoft Edge', 'Google Chrome'];
    return apps.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`);
  }
  if (process.platform === 'win32') {
    const roots = [
      process.env.PROGRAMFILES,
      process.env['PROGRAMFILES(X86)'],
      process.env.LOCALAPPDATA,
    ].filter((root) => root !== undefined);
    const programs = [
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
      'Google\\Chrome\\Application\\chrome.exe',
    ];
    return programs.flatMap((program) => roots.map((root) => join(root, program)));
  }
  return [
    ...cached('puppeteer/chrome/*/chrome-linux64/chrome'),
    ...cached('ms-playwright/chromium-*/chrome-linux*/chrome'),
    ...['chromium', 'chromium-browser', 'microsoft-edge', 'google-chrome'].map((name) => `/usr/bin/${name}`),
    '/snap/bin/chromium',
  ];
}

const isRoot = (): boolean => process.getuid?.() === 0;
const canInstall = (): boolean => process.platform === 'linux' && isRoot() && existsSync('/usr/bin/apt-get');

function install(packages: string[]): void {
  process.stderr.write(`Installing ${packages.join(', ')} …\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
  execFileSync('apt-get', ['install', '-y', '-qq', ...packages], { stdio: 'ignore', env });
}

/** Languages that need a font, and Debian's package for it: comments are Chinese and full of emoji. */
const fonts = { zh: 'fonts-noto-cjk', 'und-zsye': 'fonts-noto-color-emoji' } as const;

const missingFonts = (): string[] =>
  Object.entries(fonts).flatMap(([language, font]) =>
    spawnSync('fc-list', [`:lang=${language}`], { encoding: 'utf8' }).stdout?.trim() ? [] : [font],
  );

/**
 * Path of a browser that can run the extension: `CHROME_PATH`, else an installed one, else Debian's own,
 * installed on the spot when we are root. Throws with a sentence that says what to install.
 */
export function findBrowser(): string {
  const named = process.env.CHROME_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROME_PATH names "${named}", which is not there.`);
  const find = () => named ?? candidates().find((path) => existsSync(path));

  const missing = [...(find() ? [] : ['chromium']), ...(process.platform === 'linux' ? missingFonts() : [])];
  if (missing.length > 0 && canInstall()) install(missing);
  const found = find();
  if (found) return found;
  throw new Error(
    'No browser found. Install Chromium, Chrome for Testing or Microsoft Edge, or set CHROME_PATH to one ' +
      '(Debian/Ubuntu: sudo apt-get install chromium fonts-noto-cjk fonts-noto-color-emoji).',
  );
}

/** Chrome refuses its own sandbox to root. */
export const sandboxSwitches = (): string[] => (isRoot() ? ['--no-sandbox'] : []);

/** Branded Chrome dropped --load-extension with version 137; Chromium, Chrome for Testing and Edge keep it. */
export const takesExtensionSwitch = (path: string): boolean =>
  !/Google[\\/ ]Chrome(?! for Testing)|google-chrome/.test(path);

/** True when there is a screen to show windows on. */
export const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
