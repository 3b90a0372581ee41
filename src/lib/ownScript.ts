/**
 * The scripts of a build that are started by their address: the service worker, which has its
 * version in its name (build/publishVersion.ts), and the worker of the whole log.
 */
const OWN_SCRIPTS = /^(?:sw(?:-[0-9a-f]+)?|assets\/worker-[\w-]+)\.js$/;

/** A policy makes objects. TypeScript's DOM has no type for them, and takes strings instead. */
interface ScriptPolicy {
  createScriptURL(url: string): string;
}
interface TrustedTypes {
  createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy;
}

/**
 * The only Trusted Types policy that the Content-Security-Policy allows. The development server has
 * other files, and no Content-Security-Policy.
 */
const policy = import.meta.env.PROD
  ? (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('infernalops', { createScriptURL })
  : null;

function createScriptURL(url: string): string {
  const folder = new URL('./', location.href).href;
  const { href } = new URL(url, folder);
  if (!href.startsWith(folder) || !OWN_SCRIPTS.test(href.slice(folder.length)))
    throw new TypeError(`${href} is no script of this app`);
  return href;
}

/**
 * Returns the address of a script of this app in the form in which the browser takes it for a
 * worker. Browsers without Trusted Types take the address itself.
 *
 * @param url an address, or a path relative to the folder of the page
 * @throws {TypeError} in a browser with Trusted Types, if the build has no such script
 */
export const ownScript = (url: string | URL): string | URL => policy?.createScriptURL(`${url}`) ?? url;
