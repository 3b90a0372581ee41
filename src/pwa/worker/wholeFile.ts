/** A file of a version, as the build lists it. */
export interface VersionFile {
  /** The path below the scope. */
  url: string;
  /** `sha256-` and the hash of its bytes in base64, as in the `integrity` attribute of HTML. */
  integrity: string;
}

/**
 * The types by the ending of a file. A host may send the right bytes as `text/plain`, and the
 * browser would then refuse to run them, so the type that the host sends is not used.
 */
const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  json: 'application/json',
  webmanifest: 'application/manifest+json',
};

const endingOf = (url: string): string => url.slice(url.lastIndexOf('.') + 1);
const typeOf = (url: string): string => TYPES[endingOf(url)] ?? 'application/octet-stream';

/** Whether these are all the bytes of the file and no others. */
async function isWhole(bytes: ArrayBuffer, { integrity }: VersionFile): Promise<boolean> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return integrity === `sha256-${btoa(String.fromCharCode(...hash))}`;
}

/** Returns the bytes of a response; null if they are not those of the file. */
export async function readWhole(response: Response | undefined, file: VersionFile): Promise<ArrayBuffer | null> {
  if (!response?.ok) return null;
  const bytes = await response.arrayBuffer();
  return (await isWhole(bytes, file)) ? bytes : null;
}

/**
 * Loads a file from the host. The names in assets/ contain a hash, so the browser may have the file
 * from loading the page; if what it has is not whole, the host is asked past the browser's cache.
 * Throws if the host has no whole file either.
 */
export async function fetchWhole(file: VersionFile, scope: string, load: typeof fetch): Promise<ArrayBuffer> {
  const caches: RequestCache[] = file.url.startsWith('assets/') ? ['default', 'reload'] : ['reload'];
  for (const cache of caches) {
    const response = await load(new URL(file.url, scope).href, { cache, credentials: 'same-origin' });
    const bytes = await readWhole(response, file);
    if (bytes) return bytes;
  }
  throw new Error(`${file.url} is not whole on the host`);
}

/**
 * What public/_headers asks of a host. The headers that a host really sent are not kept: a wrong
 * one could stop the app as well as a wrong file.
 */
const HEADERS: Record<string, HeadersInit> = {
  html: {
    'content-security-policy': "frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), screen-wake-lock=(self)',
  },
  // The policy of the page is not that of its worker, which reads the files of strangers. It may
  // load its parts, and call nobody.
  js: { 'content-security-policy': "default-src 'none'; script-src 'self'" },
};

/** Makes the response that is kept and answered. */
export function toResponse(bytes: ArrayBuffer, { url }: VersionFile): Response {
  const headers = { 'content-type': typeOf(url), ...HEADERS[endingOf(url)] };
  return new Response(bytes, { headers });
}
