import type { Messages } from '../messages';
import { common } from './common';
import { household } from './household';
import { nights } from './nights';
import { tonight } from './tonight';

const words: Messages = { common, tonight, nights, household };

export default words;
