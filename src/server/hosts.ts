/*
 * Lists of hosts that this server may call. An entry is a `host`, which means the usual port of its
 * scheme, or `host:port`; `*.host` is any host below it.
 */

const NAME = '(\\*\\.)?[a-z0-9_-]+(\\.[a-z0-9_-]+)*|\\[[0-9a-f:.]+\\]';
const ENTRY = new RegExp(`^(${NAME})(:\\d{1,5})?$`);

const USUAL_PORT: Readonly<Record<string, string>> = { 'https:': '443', 'http:': '80' };

/** Returns the entries of a comma-separated list in lower case, null if one cannot be a host. */
export function parseHosts(list: string): string[] | null {
  const entries = list
    .toLowerCase()
    .split(',')
    .flatMap((entry) => entry.trim() || []);
  return entries.every((entry) => ENTRY.test(entry)) ? entries : null;
}

/** Whether the host and the port of an address are on the list. */
export function isListed(url: URL, hosts: readonly string[]): boolean {
  const names = [url.host, `${url.hostname}:${url.port || USUAL_PORT[url.protocol]}`];
  return hosts.some((entry) =>
    names.some((name) => (entry.startsWith('*.') ? name.endsWith(entry.slice(1)) : name === entry)),
  );
}
