import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { writeVersion } from '../support/versions';
import type { Phone } from './phone';

/** Publishes one version of the build after the other, each in a folder of its own. */
export class PublishedVersions {
  #count = 0;
  #folder: string | null = null;
  #former: string | null = null;

  /** Writes the next version, and returns its folder. The one before it is kept until the next. */
  async write(): Promise<string> {
    if (this.#former) await rm(this.#former, { recursive: true });
    this.#former = this.#folder;
    this.#count += 1;
    this.#folder = await mkdtemp(join(tmpdir(), 'infernalops-version-'));
    await writeVersion(this.#folder, this.#version);
    return this.#folder;
  }

  /** Waits until the phone offers the published version, and takes it. */
  async take(phone: Phone): Promise<void> {
    const offered = phone.page.getByRole('button', { name: 'Update now' });
    // A browser that was killed meanwhile has come up with the new version by itself.
    await expect(async () => {
      // A check that a busy machine lost is made again when the phone is picked up again.
      await phone.pickUp();
      if (await offered.isVisible()) await offered.click();
      expect(await versionOf(phone)).toBe(this.#version);
    }).toPass({ intervals: [250, 500, 1000], timeout: 300_000 });
    await phone.ready();
  }

  async remove(): Promise<void> {
    for (const folder of [this.#folder, this.#former]) if (folder) await rm(folder, { recursive: true });
  }

  get #version(): string {
    return `bbbb${String(this.#count).padStart(7, '0')}`;
  }
}

/** The version of the page; null while it is being loaded. */
const versionOf = (phone: Phone): Promise<string | null> =>
  phone.page
    .evaluate(() => document.querySelector<HTMLElement>('script[data-version]')?.dataset.version ?? null)
    .catch(() => null);
