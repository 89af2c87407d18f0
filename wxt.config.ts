import { defineConfig } from 'wxt';
import { matchPatterns } from './lib/platforms/taps.ts';

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  // every name can be followed to its import
  imports: false,
  manifest: ({ command }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'zh_CN',
    minimum_chrome_version: '120',
    // offscreen: the page that looks out for alarms and, where that is switched on, listens to the host
    permissions: ['storage', 'unlimitedStorage', 'offscreen'],
    // asked for when somebody chooses the tab's sound, or wants notifications
    optional_permissions: ['tabCapture', 'notifications'],
    // the model provider a person sets, asked for one by one when it is saved
    optional_host_permissions: ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'],
    // loaded beside the page by our own script, when a person teaches it its rows or saves a diagnosis
    web_accessible_resources: [{ resources: ['tools.js'], matches: matchPatterns, use_dynamic_url: true }],
    // what a company sets for its people: docs/policy.md
    storage: { managed_schema: 'managed-schema.json' },
    // without it the toolbar icon cannot be clicked
    action: {},
    content_security_policy: {
      extension_pages:
        // https for whichever provider was set, plain http for one on this machine
        `script-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; img-src 'self' data:; connect-src 'self' https: http://localhost:* http://127.0.0.1:*${command === 'serve' ? ' ws://localhost:*' : ''}`,
    },
  }),
});
