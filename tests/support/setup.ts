import '@testing-library/jest-dom/vitest';
import { configure } from '@testing-library/react';

// A test waits long enough even on a slow machine.
configure({ asyncUtilTimeout: 10_000 });

// The browser features that the screens use and that jsdom does not have.
Object.assign(globalThis, {
  scrollTo: () => {},
  ResizeObserver: class {
    observe() {}
    unobserve() {}
    disconnect() {}
  },
  matchMedia: (query: string) => Object.assign(new EventTarget(), { matches: false, media: query }),
});
HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
  this.open = false;
};
