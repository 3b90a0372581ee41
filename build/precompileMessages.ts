import { type Plugin, runnerImport } from 'vite';

/**
 * Compiles the messages during the build instead of on the phone. The modules of messages are
 * replaced by the result of `compileMessages`, and `compileMessages` itself by a function that
 * returns its argument. This removes the parser, which saves 6 kB gzip before the first tap.
 */
export const precompileMessages = (): Plugin => ({
  name: 'precompile-messages',
  apply: 'build',
  enforce: 'pre',
  async load(id) {
    if (id.endsWith('/src/i18n/compileMessages.ts')) return 'export const compileMessages = (messages) => messages;';
    const [, language] = /\/src\/i18n\/(en|fr)\/(?:night|day)\.ts$/.exec(id) ?? [];
    if (!language) return null;
    const [messages, { module }] = await Promise.all([
      runnerImport<{ default: object }>(id),
      runnerImport<typeof import('../src/i18n/compileMessages')>('./src/i18n/compileMessages.ts'),
    ]);
    return `export default ${JSON.stringify(module.compileMessages(messages.module.default, language as 'en' | 'fr'))};`;
  },
});
