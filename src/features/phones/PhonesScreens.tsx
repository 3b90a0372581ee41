import { type ComponentType, useEffect } from 'react';
import { Redirect, useLocation } from 'wouter';
import frame from '@/components/page.module.css';
import { useHousehold } from '@/hooks/useHousehold';
import { useCanShare } from '@/hooks/usePhones';
import { leaveGameDay } from '@/stores/gameDay';
import { AddPage } from './AddPage';
import { AddButtonPage } from './buttons/AddButtonPage';
import { ButtonPage } from './buttons/ButtonPage';
import { ButtonsPage } from './buttons/ButtonsPage';
import { FiguresPage } from './FiguresPage';
import { JoinPage } from './JoinPage';
import { PagerPage } from './PagerPage';
import { PhonePage } from './PhonePage';
import { PhonesPage } from './PhonesPage';
import { TestPagerPage } from './TestPagerPage';
import { WebhookPage } from './WebhookPage';

const JOIN = '/join';
const PHONES = '/household/phones';
const BUTTON = 'buttons/';

/** The pages by the end of their address; any other one is the id of a phone, or of a button. */
const PAGES: Readonly<Record<string, ComponentType>> = {
  '': PhonesPage,
  add: AddPage,
  buttons: ButtonsPage,
  'buttons/add': AddButtonPage,
  figures: FiguresPage,
  pager: PagerPage,
  test: TestPagerPage,
  webhook: WebhookPage,
};

/**
 * The phones of the household, each with its page, the code for another one, and the screen on
 * which a phone joins.
 */
export default function PhonesScreens() {
  const { db } = useHousehold();
  const canShare = useCanShare();
  const [path] = useLocation();
  const isJoin = path.startsWith(JOIN);
  if (db.isGameDay && isJoin) return <OutOfGameDay path={path} />;
  if (!canShare) return <Redirect to="/" replace />;
  // One element for all addresses of the screen: the code goes from the address, what is typed
  // stays.
  if (isJoin) return <JoinPage codeInAddress={path.slice(JOIN.length + 1)} />;
  const part = path.slice(PHONES.length + 1);
  const Page = PAGES[part];
  if (Page) return <Page />;
  if (part.startsWith(BUTTON)) return <ButtonPage key={part} id={part.slice(BUTTON.length)} />;
  return <PhonePage key={part} id={part} />;
}

/** A link is about the real household, so it ends the GameDay, and is followed after the reload. */
function OutOfGameDay({ path }: { path: string }) {
  useEffect(() => leaveGameDay(`#${path}`), [path]);
  return <main className={frame.page} />;
}
