import { createEarService } from '../../components/voice/ear-service.ts';
import { openDatabase } from '../../lib/log/database.ts';
import { serve } from '../../lib/messages.ts';

const ear = createEarService(openDatabase());

serve({
  'ui-ear:listen': (asked) => ear.listen(asked),
  'ui-ear:stop': async () => {
    await ear.stop();
    return {};
  },
});
