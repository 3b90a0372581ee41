import { backup } from './backup';
import { buttons } from './buttons';
import { chores } from './chores';
import { commonDay } from './commonDay';
import { dashboard } from './dashboard';
import { exporting } from './exporting';
import { figures } from './figures';
import { gameday } from './gameday';
import { health } from './health';
import { household } from './household';
import { importing } from './importing';
import { naps } from './naps';
import { nights } from './nights';
import { originals } from './originals';
import { paediatrician } from './paediatrician';
import { pager } from './pager';
import { paging } from './paging';
import { patterns } from './patterns';
import { phones } from './phones';
import { postmortem } from './postmortem';
import { review } from './review';
import { rota } from './rota';
import { runbooks } from './runbooks';
import { sheets } from './sheets';
import { storage } from './storage';
import { today } from './today';
import { watch } from './watch';

/** The messages of the day screens, loaded with the first screen that needs them. */
export default {
  common: commonDay,
  nights,
  dashboard,
  household,
  backup,
  gameday,
  exporting,
  importing,
  figures,
  rota,
  runbooks,
  originals,
  review,
  postmortem,
  health,
  paediatrician,
  chores,
  naps,
  paging,
  patterns,
  phones,
  buttons,
  pager,
  sheets,
  storage,
  today,
  watch,
};
