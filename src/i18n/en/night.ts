import { common } from './common';
import { tonight } from './tonight';

/** The messages of the night screens, loaded before the first tap. */
export default { common, tonight };
