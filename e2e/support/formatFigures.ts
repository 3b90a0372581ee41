/*
 * Formats figures as the app does in English, with plain spaces. It is a separate implementation,
 * so that the tests do not use the code they test.
 */

type NumberOrNone = number | null | undefined;

export function formatMinutes(value: NumberOrNone): string {
  if (value === null || value === undefined) return '–';
  const whole = Math.floor(Math.round(value * 60_000) / 60_000);
  if (value === 0) return '0 min';
  if (value < 1) return `${Math.floor(Math.round(value * 60_000) / 1000)} s`;
  if (value >= 48 * 60) return `${new Intl.NumberFormat('en-GB').format(Math.round(value / 60))} h`;
  return whole < 60 ? `${whole} min` : `${Math.floor(whole / 60)} h ${String(whole % 60).padStart(2, '0')}`;
}

export function formatPercent(value: NumberOrNone): string {
  if (value === null || value === undefined) return '–';
  return new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 1 }).format(value).replace('-', '−');
}
