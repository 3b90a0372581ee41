import type { Page } from '@playwright/test';
import { expect } from './test';

const TOUCH = 64;
/** What is scrolled into view may end between two pixels. */
const ROUNDING = 0.5;

/**
 * Checks that every control on the night screen, or on the sheet over it, is at least 64 px high
 * and wide. On a screen that is not scrolled, each must be completely within the lower two thirds:
 * at three in the morning a thumb reaches no higher.
 */
export async function expectWithinReach(page: Page, state: string): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const dialog = page.getByRole('dialog');
  const place = (await dialog.count()) > 0 ? dialog : page.getByRole('main');
  const controls = await place.locator('button, a, input, textarea, select').all();
  expect(controls.length, `${state}: there is something to tap`).toBeGreaterThan(0);
  for (const control of controls) {
    const name = (await control.getAttribute('aria-label')) ?? (await control.textContent()) ?? '';
    // A long sheet is scrolled, and then its controls are within reach.
    if (place === dialog) await control.scrollIntoViewIfNeeded();
    const box = await control.boundingBox();
    if (!box) throw new Error(`${state}: ${name} is not to be seen`);
    expect(box.height, `${state}: ${name} is high enough`).toBeGreaterThanOrEqual(TOUCH);
    expect(box.width, `${state}: ${name} is wide enough`).toBeGreaterThanOrEqual(TOUCH);
    expect(box.y, `${state}: ${name} is in reach`).toBeGreaterThanOrEqual(height / 3);
    expect(box.y + box.height, `${state}: ${name} is on the screen`).toBeLessThanOrEqual(height + ROUNDING);
    expect(box.x, `${state}: ${name} is on the screen`).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width, `${state}: ${name} is on the screen`).toBeLessThanOrEqual(width);
  }
}
