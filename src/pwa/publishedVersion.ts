/*
 * What the host says about its newest version, in version.json, which the build writes
 * (build/publishVersion.ts).
 */

export interface PublishedVersion {
  version: string;
  /** The file of its worker. It has the version in its name, so no host overwrites another one. */
  worker: string;
  /** The hash of that file, in the form of the `integrity` attribute. */
  integrity: string;
}

/** Where the worker of a version is on the host. */
export const workerOf = (version: string): string => `sw-${version}.js`;

/**
 * Asks the host for its newest version. Returns null if there is no network, or if the answer is
 * not what the build wrote: a login page, half a file, an error.
 */
export async function readPublishedVersion(load: typeof fetch = fetch): Promise<PublishedVersion | null> {
  try {
    const response = await load('version.json', { cache: 'no-store' });
    return response.ok ? parsePublishedVersion(await response.json()) : null;
  } catch {
    return null;
  }
}

function parsePublishedVersion(raw: unknown): PublishedVersion | null {
  const { version, worker, integrity } = (raw ?? {}) as Partial<Record<keyof PublishedVersion, unknown>>;
  const isPublished =
    typeof version === 'string' &&
    /^[0-9a-f]+$/.test(version) &&
    worker === workerOf(version) &&
    typeof integrity === 'string';
  return isPublished ? { version, worker, integrity } : null;
}

/**
 * Whether a file on the host is whole. The browser keeps it, and registers these bytes if the host
 * allows it to be kept at all.
 */
export async function isWholeOnHost(file: string, integrity: string, load: typeof fetch = fetch): Promise<boolean> {
  try {
    const response = await load(file, { cache: 'reload', integrity });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
