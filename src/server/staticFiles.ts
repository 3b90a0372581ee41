import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context, Handler } from 'hono';
import { getMimeType } from 'hono/utils/mime';

/** One file of the built app. */
interface StaticFile {
  content: Uint8Array<ArrayBuffer>;
  type: string;
  /** A hash of the content. */
  hash: string;
  cacheControl: string;
  /** The compressed forms, made when they are first asked for. */
  compressed: Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>;
}

/** Files whose name has a hash of their content. Everything else is asked for again each time. */
const HASHED = /^\/assets\//;
const IMMUTABLE = 'public, max-age=31536000, immutable';

const COMPRESSIBLE = /^(text\/|application\/(javascript|json|manifest\+json)|image\/svg)/;

const compressors = {
  br: (content: Uint8Array) => promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: (content: Uint8Array) => promisify(gzip)(content),
};
type Encoding = keyof typeof compressors;

/** By path, which begins with a slash. */
export type StaticFiles = ReadonlyMap<string, StaticFile>;

/**
 * Reads the built app into memory: some 3 MB, which do not change while the server runs. A path
 * that was not found at the start does not exist, so no path leads out of the folder. Names that
 * begin with a dot, and `_headers`, are left out.
 *
 * Throws if the folder has no index.html.
 */
export function readStaticFiles(folder: string): StaticFiles {
  const files = new Map(pathsIn(folder).map((path) => [path, readStaticFile(folder, path)]));
  const index = files.get('/index.html');
  if (!index) throw new Error(`${folder} has no index.html: run “npm run build” first.`);
  return files.set('/', index);
}

function pathsIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')}`)
      .filter((path) => !path.includes('/.') && path !== '/_headers');
  } catch {
    return [];
  }
}

function readStaticFile(folder: string, path: string): StaticFile {
  const content = new Uint8Array(readFileSync(join(folder, path)));
  return {
    content,
    type: path.endsWith('.webmanifest')
      ? 'application/manifest+json'
      : (getMimeType(path) ?? 'application/octet-stream'),
    hash: createHash('sha256').update(content).digest('base64url').slice(0, 22),
    cacheControl: HASHED.test(path) ? IMMUTABLE : 'no-cache',
    compressed: new Map(),
  };
}

/** Answers GET and HEAD for the files. What is missing is 404, never index.html. */
export const serveStaticFiles =
  (files: StaticFiles): Handler =>
  async (c) => {
    const file = files.get(c.req.path);
    if (!file) return c.text('Not found\n', 404, { 'Cache-Control': 'no-store' });
    const encoding = COMPRESSIBLE.test(file.type) ? acceptedEncoding(c) : null;
    // Two forms of a file are two representations, and need two tags.
    const tag = encoding ? `"${file.hash}-${encoding}"` : `"${file.hash}"`;
    c.header('Cache-Control', file.cacheControl);
    c.header('ETag', tag);
    if (COMPRESSIBLE.test(file.type)) c.header('Vary', 'Accept-Encoding');
    if (hasTag(c.req.header('If-None-Match'), tag)) return c.body(null, 304);

    const content = encoding ? await compress(file, encoding) : file.content;
    if (encoding) c.header('Content-Encoding', encoding);
    c.header('Content-Type', file.type);
    c.header('Content-Length', String(content.byteLength));
    return c.body(content);
  };

const hasTag = (ifNoneMatch: string | undefined, tag: string): boolean =>
  (ifNoneMatch ?? '').split(',').some((entry) => entry.trim().replace(/^W\//, '') === tag);

function acceptedEncoding(c: Context): Encoding | null {
  const accepted = (c.req.header('Accept-Encoding') ?? '')
    .split(',')
    .map((entry) => entry.trim().split(';'))
    .filter(([, weight]) => !/^\s*q=0(\.0*)?\s*$/.test(weight ?? ''))
    .map(([name]) => name);
  return (['br', 'gzip'] as const).find((encoding) => accepted.includes(encoding)) ?? null;
}

function compress(file: StaticFile, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
  const known = file.compressed.get(encoding);
  if (known) return known;
  const made = compressors[encoding](file.content).then((bytes) => new Uint8Array(bytes));
  file.compressed.set(encoding, made);
  return made;
}
