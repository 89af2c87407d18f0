import { defineConfig } from 'wxt';

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  // every name can be followed to its import
  imports: false,
  manifest: {
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'zh_CN',
    minimum_chrome_version: '120',
    permissions: ['storage', 'unlimitedStorage'],
    // without it the toolbar icon cannot be clicked
    action: {},
    content_security_policy: {
      extension_pages:
        "script-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; img-src 'self' data:",
    },
  },
});
