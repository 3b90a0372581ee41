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
      // The app's script tag, with its own line, and the address in its `src`.
      const [appTag = '', source = ''] = matchHtml(/ *<script type="module"[^>]* src="([^"]*)"[^>]*><\/script>\n?/);
      const linkTags = matchHtml(/ *<link rel="(?:stylesheet|modulepreload)"[^>]*>\n?/g);
      const earlyTag = '<script async src="early.js"';
      if (!source || linkTags.length === 0 || !html.includes(earlyTag))
        throw new Error('index.html is not as it used to be');
      return [appTag, ...linkTags]
        .reduce((page, tag) => page.replace(tag, ''), html)
        .replace(earlyTag, `${earlyTag} data-app="${source}"`)
        .replace('  </body>', `${linkTags.join('')}  </body>`);
    },
  },
});
