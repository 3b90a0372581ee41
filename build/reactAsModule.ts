import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

/** The modules of React that our code and our libraries import by name. */
const COMMON_JS_MODULES = ['react', 'react/jsx-runtime'];

/**
 * How libraries hide a name from older bundlers. A computed name would keep everything that React
 * exports.
 */
const HIDDEN_NAMES: Record<string, string> = {
  "React['useId'.toString()]": 'React.useId',
  'React["useInsertion" + "Effect"]': 'React.useInsertionEffect',
  "Reflect.get(React, 'use')": 'React.use',
};

const PREFIX = '\0module-of:';

const require = createRequire(import.meta.url);

/**
 * Gives React the form of an ES module. React is published as CommonJS, and every call of one of
 * its functions would be `(0, runtime.jsx)(…)` in the build; as an import of a module it is `j(…)`.
 * There are 2500 such calls: 25 kB to precache.
 *
 * What React itself and other CommonJS code `require` stays the original.
 */
export const reactAsModule = (): Plugin => ({
  name: 'react-as-module',
  apply: 'build',
  enforce: 'pre',
  resolveId(source, importer, { kind }) {
    const isOurs = importer?.startsWith(PREFIX) ?? false;
    return COMMON_JS_MODULES.includes(source) && kind === 'import-statement' && !isOurs ? PREFIX + source : null;
  },
  transform(code) {
    const [hidden, plain] = Object.entries(HIDDEN_NAMES).find(([name]) => code.includes(name)) ?? [];
    return hidden && plain ? code.replace(hidden, plain) : null;
  },
  load(id) {
    if (!id.startsWith(PREFIX)) return null;
    const source = id.slice(PREFIX.length);
    const exports = Object.keys(require(source)).map(
      // The bundler may leave out a call that is marked as pure, but not the reading of a property.
      (name) => `export const ${name} = /* @__PURE__ */ (() => original.${name})();`,
    );
    return [`import original from '${source}';`, 'export default original;', ...exports].join('\n');
  },
});
