import { expect } from '@playwright/test';
import { DashboardPage } from '../pages/dashboard';
import { formatMinutes, formatPercent } from '../support/formatFigures';
import { PEOPLE } from './acts';
import type { Count } from './count';
import type { Phone } from './phone';

/** The range that the check chooses. */
export const DASHBOARD_NIGHTS = 28;

/** Compares what the dashboard says of the last four weeks with the ledger. */
export async function checkDashboard(phone: Phone, count: Count): Promise<void> {
  const dashboard = new DashboardPage(phone.page);
  await phone.show('#/dashboard');
  await dashboard.card('debt').waitFor();
  await dashboard.span('4 weeks').click();
  const figures = {
    mttr: formatMinutes(count.mttr.median),
    wakeUps: formatNumber(count.counted / count.loggedNights),
    longest: formatMinutes(count.longestStretch),
    availability: formatPercent(count.availability),
  };
  for (const [name, text] of Object.entries(figures))
    await expect(dashboard.keyFigure(name), name).toHaveText(withPlainSpaces(text));
  const load = PEOPLE.map((person) => [
    person,
    formatPercent(count.shareOfTimesUp[person]),
    formatMinutes(count.minutesUp[person]),
  ]);
  const rows = await dashboard.table('load');
  expect(rows.map(([person, share, _planned, minutes]) => [person, share, minutes]).sort()).toEqual(load.sort());
}

const formatNumber = (value: number): string =>
  new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }).format(value);

/** The app's spaces do not break. */
const withPlainSpaces = (text: string): RegExp => new RegExp(`^${text.replaceAll(' ', '\\s').replaceAll('.', '\\.')}$`);
