/**
 * The headers of every answer. The policy is that of the page's `meta` element and of
 * `public/_headers`, from which tests/server checks that it does not differ; `frame-ancestors`
 * works only as a header.
 */
export const SECURITY_HEADERS = {
  'Content-Security-Policy': [
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
    "require-trusted-types-for 'script'",
    'trusted-types infernalops',
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), screen-wake-lock=(self)',
} as const;
