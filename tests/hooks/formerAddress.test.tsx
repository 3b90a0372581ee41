import { afterEach, expect, it, vi } from 'vitest';
import { formerAddress } from '@/hooks/formerAddress';

/** Gives the browser a history of these addresses, of which the last one is shown now. */
const visit = (...urls: string[]) =>
  vi.stubGlobal('navigation', {
    currentEntry: { index: urls.length - 1 },
    entries: () => urls.map((url) => ({ url: new URL(url, location.href).href })),
  });

afterEach(() => vi.unstubAllGlobals());

it('is the address before the present one', () => {
  visit('#/', '#/nights/2026-11-16', '#/household/health');
  expect(formerAddress()).toBe('/nights/2026-11-16');
});

it('is Tonight without a fragment', () => {
  visit('', '#/household/health');
  expect(formerAddress()).toBe('/');
});

it('is unknown where the app was opened, and after another page', () => {
  visit('#/household/health');
  expect(formerAddress()).toBeNull();
  visit('/another/page', '#/household/health');
  expect(formerAddress()).toBeNull();
  visit('https://elsewhere.example/', '#/household/health');
  expect(formerAddress()).toBeNull();
});

it('is unknown in a browser that does not say', () => {
  expect(formerAddress()).toBeNull();
});
