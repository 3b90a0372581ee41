import type { Plugin } from 'vite';

/**
 * No request may leave the origin, and no inline code may run. Hosts that read `public/_headers`
 * get the same policy from it.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
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

/**
 * The policy applies to builds only, because the development server's hot reload is an inline
 * script.
 */
export const contentSecurityPolicy = (): Plugin => ({
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY },
      injectTo: 'head-prepend',
    },
  ],
});
