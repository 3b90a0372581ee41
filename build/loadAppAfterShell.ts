import type { Plugin } from 'vite';

/**
 * The shell's first frame must wait for nothing (index.html). What Vite puts into the head would
 * delay it. The style sheets are therefore moved to the end of the body, and early.js loads the
 * app's script once that frame is painted.
 */
export const loadAppAfterShell = (): Plugin => ({
  name: 'load-app-after-shell',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html) {
      const matchHtml = (pattern: RegExp) => html.match(pattern) ?? [];
      const [app = '', source = ''] = matchHtml(/ *<script type="module"[^>]* src="([^"]*)"[^>]*><\/script>\n?/);
      const links = matchHtml(/ *<link rel="(?:stylesheet|modulepreload)"[^>]*>\n?/g);
      const early = '<script async src="early.js"';
      if (!source || links.length === 0 || !html.includes(early)) throw new Error('index.html is not as it used to be');
      return [app, ...links]
        .reduce((page, line) => page.replace(line, ''), html)
        .replace(early, `${early} data-app="${source}"`)
        .replace('  </body>', `${links.join('')}  </body>`);
    },
  },
});
