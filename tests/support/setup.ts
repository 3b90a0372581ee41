import '@testing-library/jest-dom/vitest';
import { configure } from '@testing-library/react';

// What is waited for comes; how soon is the business of the machine.
configure({ asyncUtilTimeout: 10_000 });

// What jsdom lacks of a browser, as far as the screens use it.
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
