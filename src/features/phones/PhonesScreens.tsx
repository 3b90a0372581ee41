import { Redirect, useLocation } from 'wouter';
import { useHousehold } from '@/hooks/useHousehold';
import { useCanShare } from '@/hooks/usePhones';
import { leaveGameDay } from '@/stores/gameDay';
import { AddPage } from './AddPage';
import { JoinPage } from './JoinPage';
import { PhonePage } from './PhonePage';
import { PhonesPage } from './PhonesPage';

const JOIN = '/join';
const PHONES = '/household/phones';

/**
 * The phones of the household, each with its page, the code for another one, and the screen on
 * which a phone joins.
 */
export default function PhonesScreens() {
  const { db } = useHousehold();
  const canShare = useCanShare();
  const [path] = useLocation();
  // A link is about the real household, so it ends the GameDay.
  if (db.isGameDay && path.startsWith(JOIN)) leaveGameDay(`#${path}`);
  if (!canShare) return <Redirect to="/" replace />;
  // The code goes from the address, and what was typed stays.
  if (path.startsWith(JOIN)) return <JoinPage codeInAddress={path.slice(JOIN.length + 1)} />;
  const part = path.slice(PHONES.length + 1);
  if (part === '') return <PhonesPage />;
  return part === 'add' ? <AddPage /> : <PhonePage key={part} id={part} />;
}
