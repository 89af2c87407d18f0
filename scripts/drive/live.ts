import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findBrowser, sandboxSwitches, takesExtensionSwitch } from '../browser.ts';
import { extensionDir } from './build.ts';

const consoles = [
  'https://buyin.jinritemai.com/dashboard/live/control',
  'https://liveplatform.taobao.com/restful/index/live/list',
  'https://zs.kwaixiaodian.com/page/helper',
];

/** Where the log-ins of `--live` are kept between runs. */
const profile = fileURLToPath(new URL('../../.profile', import.meta.url));

/**
 * Opens the real consoles with the extension, in a profile of their own and with no debugger attached:
 * consoles refuse a browser that is driven. Resolves when the browser is closed.
 */
export async function openRealConsoles(): Promise<void> {
  const browser = findBrowser();
  if (!takesExtensionSwitch(browser)) {
    console.log(`This Chrome does not load an extension by itself. In the window that opens: chrome://extensions →
Developer mode (开发者模式) → Load unpacked (加载已解压的扩展程序) → ${extensionDir}`);
  }
  const args = [
    `--user-data-dir=${profile}`,
    `--load-extension=${extensionDir}`,
    '--no-first-run',
    ...sandboxSwitches(),
  ];
  const running = spawn(browser, [...args, ...consoles], { stdio: 'ignore' });
  console.log('The real consoles are open. Log in there, then click the co-pilot button on the page.');
  await new Promise<void>((done, fail) => {
    running.on('error', fail);
    running.on('exit', () => done());
  });
}
