import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A package as package-lock.json says it is installed. */
interface LockedPackage {
  version: string;
  license?: string;
  dependencies?: Record<string, string>;
}

/** What package-lock.json says of the installed packages, by their folder. */
export class LockedPackages {
  private constructor(private readonly packages: Readonly<Record<string, LockedPackage>>) {}

  static async read(root: string): Promise<LockedPackages> {
    const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'));
    return new LockedPackages(packages);
  }

  /**
   * Returns the package that is installed in a folder, such as `node_modules/dexie`.
   *
   * @throws {Error} if there is none
   */
  at(folder: string): LockedPackage {
    const found = this.packages[folder];
    if (!found) throw new Error(`${folder} is not in package-lock.json`);
    return found;
  }

  /**
   * Returns the folder of a package of this name and version.
   *
   * @throws {Error} if there is none
   */
  folderOf(name: string, version: string): string {
    const found = Object.entries(this.packages).find(
      ([folder, locked]) => folder.endsWith(`node_modules/${name}`) && locked.version === version,
    );
    if (!found) throw new Error(`${name} ${version} is not in package-lock.json`);
    return found[0];
  }

  /** Returns the folders of the packages that a set of production dependencies brings along. */
  withDependencies(names: readonly string[]): ReadonlySet<string> {
    const folders = new Set(names.map((name) => this.resolve('', name)));
    // A loop over a set also visits the elements that are added during the loop.
    for (const folder of folders)
      for (const name of Object.keys(this.at(folder).dependencies ?? {})) folders.add(this.resolve(`${folder}/`, name));
    return folders;
  }

  /** The production dependencies of this project itself. */
  get ownDependencies(): string[] {
    return Object.keys(this.at('').dependencies ?? {});
  }

  /** Finds a package as Node does: in the folder that imports it, then in each folder above. */
  private resolve(from: string, name: string): string {
    const folder = `${from}node_modules/${name}`;
    if (folder in this.packages || from === '') return folder;
    return this.resolve(from.slice(0, from.lastIndexOf('node_modules/', from.length - 2)), name);
  }
}
