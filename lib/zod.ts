import { z } from 'zod';

// before the first schema: zod's JIT probe is a CSP violation in extension pages (zod#4461)
z.config({ jitless: true });

export { z };
