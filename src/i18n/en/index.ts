import { common } from './common';
import { household } from './household';
import { nights } from './nights';
import { tonight } from './tonight';

export default { common, tonight, nights, household };
