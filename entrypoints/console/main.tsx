import { createRoot } from 'react-dom/client';
import { ConsolePage } from '../../components/console/ConsolePage.tsx';
import { Frame } from '../../components/frame/Frame.tsx';
import { LogContext } from '../../components/use-log.ts';
import { openDatabase } from '../../lib/log/database.ts';

createRoot(document.getElementById('root') as HTMLElement).render(
  <LogContext value={openDatabase()}>
    <Frame>
      <ConsolePage />
    </Frame>
  </LogContext>,
);
