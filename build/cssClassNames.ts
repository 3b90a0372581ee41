import type { Plugin } from 'vite';

/** The import of a CSS module as our code writes it. */
const CSS_IMPORT = /^import (\w+) from ('[^']*\.module\.css';)$/gm;

/**
 * Imports each class of a CSS module by its name. Our code writes `import styles from …`, which
 * keeps an object with all classes of the file; from a namespace, only the names that are used
 * remain.
 *
 * Vite drops a style sheet if the bundler drops its module, which would happen if it inlined all
 * of its names (`inlineConst`). The last hook fails the build then.
 */
export function cssClassNames(): Plugin[] {
  const files = new Set<string>();
  return [
    {
      name: 'css-class-names',
      apply: 'build',
      enforce: 'pre',
      transform: (code, id) => (id.includes('/src/') ? code.replace(CSS_IMPORT, 'import * as $1 from $2') : null),
    },
    {
      name: 'css-class-names-check',
      apply: 'build',
      enforce: 'post',
      transform(_, id) {
        if (!id.endsWith('.module.css')) return null;
        files.add(id);
        return null;
      },
      generateBundle: {
        order: 'pre',
        handler(_, bundle) {
          for (const chunk of Object.values(bundle))
            if (chunk.type === 'chunk') for (const id of chunk.moduleIds) files.delete(id);
          if (files.size > 0) throw new Error(`The rules of ${[...files].join(', ')} are lost`);
        },
      },
    },
  ];
}
