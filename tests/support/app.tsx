import { Screens } from '@/app/Screens';
import { type StartOptions, startWith } from './screen';

/**
 * The whole app, as main.tsx puts it on the page. It imports every feature, so a test that calls it
 * runs after a change of any: those in tests/app alone do. A feature's test has `screenStarter`.
 */
export const startApp = (start: StartOptions = {}) => startWith(<Screens />, start);
