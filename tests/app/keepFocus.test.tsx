import { afterEach, expect, it } from 'vitest';
import { keepFocus } from '@/app/keepFocus';

let stop = () => {};
afterEach(() => {
  stop();
  Reflect.deleteProperty(navigator, 'userActivation');
});

/** Shows a screen on which nothing has the focus, and says whether somebody has tapped before. */
function showScreen({ hasBeenActive }: { hasBeenActive: boolean }): void {
  document.body.innerHTML = '<main><h1>Baby woke</h1></main>';
  Object.defineProperty(navigator, 'userActivation', { value: { hasBeenActive }, configurable: true });
  stop = keepFocus();
}

it('moves the focus to the heading if the control that was tapped is gone already', () => {
  showScreen({ hasBeenActive: true });
  expect(document.activeElement).toBe(document.querySelector('h1'));
});

it('moves it on if the heading is replaced, too', async () => {
  showScreen({ hasBeenActive: true });
  document.body.innerHTML = '<main><h1>Recovered</h1></main>';
  await Promise.resolve();
  expect(document.activeElement).toBe(document.querySelector('h1'));
});

it('leaves the focus where it is if nobody has tapped anything', () => {
  showScreen({ hasBeenActive: false });
  expect(document.activeElement).toBe(document.body);
});
