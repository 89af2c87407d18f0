import { createRoot } from 'react-dom/client';
import { Frame } from '../../components/frame/Frame.tsx';
import { PrompterPage } from '../../components/prompter/PrompterPage.tsx';
import { Opened } from '../../components/storage/Opened.tsx';
import { LogContext } from '../../components/use-log.ts';
import { openDatabase } from '../../lib/log/database.ts';

const log = openDatabase();
// while React starts; what goes wrong is told by the first query
log.open().catch(() => {});

createRoot(document.getElementById('root') as HTMLElement).render(
  <LogContext value={log}>
    <Frame>
      <Opened>
        <PrompterPage wanted={decodeURIComponent(location.hash.slice(1)) || null} />
      </Opened>
    </Frame>
  </LogContext>,
);
