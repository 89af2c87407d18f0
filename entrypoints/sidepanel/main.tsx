import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { Frame } from '../../components/frame/Frame.tsx';
import { beOpen } from '../../components/lookout/panel-open.ts';
import { Panel } from '../../components/panel/Panel.tsx';
import { followPolicy } from '../../components/policy/follow-policy.ts';
import { Opened } from '../../components/storage/Opened.tsx';
import { LogContext } from '../../components/use-log.ts';
import { openDatabase } from '../../lib/log/database.ts';

const openConsole = (address = '') =>
  void browser.tabs.create({ url: `${browser.runtime.getURL('/console.html')}${address}` });

const log = openDatabase();
// while React starts; what goes wrong is told by the first query
log.open().catch(() => {});
followPolicy(log);
beOpen();
// what was told on the toolbar is now before the person
void browser.action.setBadgeText({ text: '' });

createRoot(document.getElementById('root') as HTMLElement).render(
  <LogContext value={log}>
    <Frame>
      <Opened>
        <Panel onConsole={openConsole} />
      </Opened>
    </Frame>
  </LogContext>,
);
