import 'fake-indexeddb/auto';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// vitest globals are off, so Testing Library cannot register this itself
afterEach(cleanup);

// the rules compile in hundreds of ms on a busy machine
configure({ asyncUtilTimeout: 10_000 });
