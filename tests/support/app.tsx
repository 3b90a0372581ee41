import { Screens } from '@/app/Screens';
import { type StartOptions, startWith } from './screen';

/**
 * Starts the whole app, as main.tsx does. This file imports every feature, so a test that uses it
 * runs after a change of any feature. Only the tests in tests/app use it; the tests of a feature
 * use `screenStarter`.
 */
export const startApp = (start: StartOptions = {}) => startWith(<Screens />, start);
