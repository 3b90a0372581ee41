// Two functions of Selenium that have no types.
declare module 'selenium-webdriver/http/util.js' {
  /** Waits until a WebDriver answers at this address. */
  export function waitForServer(url: string, timeoutMs: number): Promise<void>;
}

declare module 'selenium-webdriver/net/portprober.js' {
  export function findFreePort(): Promise<number>;
}
