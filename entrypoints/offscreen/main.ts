import { whileClosed } from '../../components/lookout/panel-open.ts';
import { createEarService } from '../../components/voice/ear-service.ts';
import { openDatabase } from '../../lib/log/database.ts';
import { send, serve } from '../../lib/messages.ts';

const log = openDatabase();
const ear = createEarService(log);

serve({
  'ui-ear:listen': (asked) => ear.listen(asked),
  'ui-ear:stop': async () => {
    await ear.stop();
    return {};
  },
});

void whileClosed(async (since) => {
  // while a panel is open nothing of the room is loaded here
  const { lookOut } = await import('../../components/lookout/lookout.ts');
  return lookOut(log, since, (told) => void send('look-bg:alarm', told).catch(() => {}));
});
