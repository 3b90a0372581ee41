import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/**
 * No request may leave the origin, and of inline code only the one line of index.html, by its hash,
 * may run. Hosts that read `public/_headers` get the same policy from it.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'sha256-EryI1f0Pn9YVQAo+GOjt/4pUmThpw0C/WZjwdXX53dg='",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  // No text becomes code, and an address becomes a worker's only in src/lib/ownScript.ts.
  "require-trusted-types-for 'script'",
  'trusted-types infernalops',
].join('; ');

/** Throws if the page has an inline script that the policy does not allow. */
function checkInlineScripts(html: string): void {
  for (const [, script = ''] of html.matchAll(/<script>([^<]*)<\/script>/g)) {
    const hash = `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
    if (!CONTENT_SECURITY_POLICY.includes(hash)) throw new Error(`the policy does not allow ${hash}: ${script}`);
  }
}

/**
 * The policy applies to builds only, because the development server's hot reload is an inline
 * script.
 */
export const contentSecurityPolicy = (): Plugin => ({
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html) {
      checkInlineScripts(html);
      return [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY },
          injectTo: 'head-prepend',
        },
      ];
    },
  },
});
