import { type ReactNode, useEffect, useState } from 'react';
import { Banners } from '@/app/Banners';
import { ErrorBoundary } from '@/app/ErrorBoundary';
import { StorageBanner } from '@/app/StorageBanner';
import { Tabs } from '@/app/Tabs';
import { ToastHost } from '@/app/ToastHost';
import { Choice } from '@/components/Choice';
import type { Undo } from '@/domain/undo';
import { useHousehold } from '@/hooks/useHousehold';
import { useNow } from '@/hooks/useNow';
import { useTranslation } from '@/i18n/useTranslation';
import { MINUTE_MS } from '@/lib/time';
import { useAppStatus } from '@/stores/status';
import { useToasts } from '@/stores/toasts';
import { Household } from '../Household';
import { LONG_NAME } from '../literals';
import { State, Story } from '../Story';

/** Shows the parts of the app that surround every screen. */
export function AppStories() {
  return (
    <>
      <ToastStory />
      <BannerStory />
      <Story name="Tabs">
        <State name="usual" frame="phone">
          <Tabs />
        </State>
      </Story>
      <CrashStory />
    </>
  );
}

const TOASTS = ['said', 'refused', 'news', 'absurd'] as const;
const NOTHING_TO_UNDO: readonly Undo[] = [];

/**
 * Shows the toasts one at a time, as the app does. A new toast replaces the last one, and a toast
 * that has disappeared is shown again.
 */
function ToastStory() {
  const { t } = useTranslation();
  const [selectedToast, setSelectedToast] = useState<(typeof TOASTS)[number]>('said');
  const { toast, showSuccess, showError, queueInfo } = useToasts();
  const isDismissed = toast === null;
  useEffect(() => {
    if (!isDismissed) return;
    if (selectedToast === 'said') showSuccess(t('tonight.toast.settled', { time: '03:03' }), NOTHING_TO_UNDO);
    if (selectedToast === 'refused') showError(t('common.refusal.inFuture'));
    if (selectedToast === 'news') queueInfo(t('common.update.offlineReady'));
    if (selectedToast === 'absurd')
      showSuccess(t('tonight.toast.woke', { child: LONG_NAME, time: '03:03' }), NOTHING_TO_UNDO);
  }, [isDismissed, selectedToast, showSuccess, showError, queueInfo, t]);
  return (
    <Story name="ToastHost">
      <State name="one at a time" frame="phone">
        <Padded>
          <Choice
            label="toast"
            options={TOASTS.map((value) => ({ value, label: value }))}
            value={selectedToast}
            onPick={(value) => {
              setSelectedToast(value);
              if (toast) useToasts.getState().dismiss(toast.id);
            }}
          />
        </Padded>
        <Tabs />
        <ToastHost />
      </State>
    </Story>
  );
}

const TROUBLES = [
  'connectionLost',
  'full',
  'unavailable',
  'newerSchema',
  'blockedByOtherWindow',
  'cannotOpen',
] as const;

const BROKEN_ROWS = [
  {
    table: 'nights' as const,
    id: '2026-11-16',
    path: 'bedtimeAt',
    reason: 'Invalid type',
    unknownField: false,
    raw: {},
  },
];
const WITH_BROKEN_ROWS = { broken: BROKEN_ROWS };
const NOBODY_AWAKE = { incidents: [] };

function BannerStory() {
  const now = useNow(MINUTE_MS);
  const { storageProblem, set } = useAppStatus();
  useEffect(() => set({ storageProblem: 'full', applyUpdate: () => {} }), [set]);
  return (
    <Story name="Banners">
      <State name="storage trouble, an update, a backup that is due, broken rows" frame="phone">
        <Padded>
          <Choice
            label="trouble"
            options={TROUBLES.map((value) => ({ value, label: value }))}
            value={storageProblem}
            onPick={(value) => set({ storageProblem: TROUBLES.find((trouble) => trouble === value) ?? null })}
          />
        </Padded>
        <Household people={WITH_BROKEN_ROWS} tonight={NOBODY_AWAKE}>
          <StorageBanner />
          <Banners now={now} />
        </Household>
      </State>
    </Story>
  );
}

function CrashStory() {
  const { db } = useHousehold();
  return (
    <Story name="ErrorBoundary">
      <State name="nothing went wrong">
        <ErrorBoundary db={db}>
          <p>–</p>
        </ErrorBoundary>
      </State>
      <State name="a screen threw" frame="phone">
        <ErrorBoundary db={db}>
          <Broken />
        </ErrorBoundary>
      </State>
    </Story>
  );
}

function Broken(): never {
  throw new Error('thrown on purpose, by the gallery');
}

const Padded = ({ children }: { children: ReactNode }) => <div style={{ padding: '1rem' }}>{children}</div>;
