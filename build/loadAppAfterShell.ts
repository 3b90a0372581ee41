import type { Plugin } from 'vite';

/**
 * The shell's first frame waits for nothing (index.html). What Vite puts into the head would hold it up, so it follows the shell: the style
 * sheets at the end of the body, and the app's own script by early.js, once that frame is painted.
 */
export const loadAppAfterShell = (): Plugin => ({
  name: 'load-app-after-shell',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html) {
      const found = (pattern: RegExp) => html.match(pattern) ?? [];
      const [app = '', source = ''] = found(/ *<script type="module"[^>]* src="([^"]*)"[^>]*><\/script>\n?/);
      const links = found(/ *<link rel="(?:stylesheet|modulepreload)"[^>]*>\n?/g);
      const early = '<script async src="early.js"';
      if (!source || links.length === 0 || !html.includes(early)) throw new Error('index.html is not as it used to be');
      return [app, ...links]
        .reduce((page, line) => page.replace(line, ''), html)
        .replace(early, `${early} data-app="${source}"`)
        .replace('  </body>', `${links.join('')}  </body>`);
    },
  },
});
