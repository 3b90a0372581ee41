import setUpAll from '../../support/globalSetup';
import { startXvfb } from './xvfb';

/** Starts the screen on which all browsers of the run draw, and what all end-to-end tests need. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const { display, stop } = await startXvfb();
  process.env.DISPLAY = display;
  const tearDownAll = await setUpAll();
  return async () => {
    await tearDownAll();
    await stop();
  };
}
