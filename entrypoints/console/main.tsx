import { createRoot } from 'react-dom/client';
import { ConsolePage } from '../../components/console/ConsolePage.tsx';
import { Frame } from '../../components/frame/Frame.tsx';
import { followPolicy } from '../../components/policy/follow-policy.ts';
import { Opened } from '../../components/storage/Opened.tsx';
import { LogContext } from '../../components/use-log.ts';
import { openDatabase } from '../../lib/log/database.ts';

const log = openDatabase();
// opens while React draws; the first query says what goes wrong
log.open().catch(() => {});
followPolicy(log);

createRoot(document.getElementById('root') as HTMLElement).render(
  <LogContext value={log}>
    <Frame>
      <Opened>
        <ConsolePage />
      </Opened>
    </Frame>
  </LogContext>,
);
