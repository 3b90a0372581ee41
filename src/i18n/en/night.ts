import { common } from './common';
import { tonight } from './tonight';

/** What is said before the first tap, and at night. */
export default { common, tonight };
