/** A package that ships, as the build lists it (build/licences.ts). */
export type Licence = [name: string, version: string, licence: string, ...holders: string[]];

/** What ships: in the app, and beside the home server. */
export interface Licences {
  app: Licence[];
  server: Licence[];
}

/**
 * Reads the list of what ships, which is kept with the app. Returns null if there is none: in
 * development, or where a host answers with something else.
 */
export async function readLicences(): Promise<Licences | null> {
  try {
    const response = await fetch('licences.json');
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

/**
 * Loads the texts of the licences from where the app came from: they would take more room on the
 * phone than most of its screens. Returns null without a connection.
 */
export async function loadLicenceTexts(): Promise<string | null> {
  try {
    const response = await fetch('licences.txt');
    const isText = response.ok && response.headers.get('Content-Type')?.startsWith('text/plain');
    return isText ? await response.text() : null;
  } catch {
    return null;
  }
}
