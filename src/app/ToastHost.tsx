import X from 'lucide-react/icons/x';
import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { Button } from '@/components/Button';
import { undo } from '@/db/undo';
import { useHousehold } from '@/hooks/useHousehold';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { type Instant, SECOND_MS } from '@/lib/time';
import { useToasts } from '@/stores/toasts';
import styles from './App.module.css';
import { useTabsAway } from './useTabsAway';

const TOAST_DURATION_MS = 10 * SECOND_MS;
/** The undo of what was logged before appears under the thumb: a double tap undoes one thing. */
const DOUBLE_TAP_MS = 600;

/** Screens with buttons at the bottom, where the toast covers the tabs instead of the page. */
const BUTTON_SCREENS = ['/', '/nights/review', '/watch'];

/**
 * Shows the present toast for ten seconds, with a button that undoes what it reports. If more can
 * be undone, the button says how much, and each tap takes back one thing, the last one first.
 * Screen readers announce it.
 */
export function ToastHost() {
  const { toast, earlier, hide, showUndone, dismiss } = useToasts();
  const { db } = useHousehold();
  const { t } = useTranslation();
  const reportResult = useReportResult();
  const [location] = useLocation();
  const coversNothing = useTabsAway();

  useEffect(() => {
    if (!toast) return;
    const timer = setTimeout(() => dismiss(toast.id), TOAST_DURATION_MS);
    const onKeyDown = ({ key }: KeyboardEvent) => key === 'Escape' && dismiss(toast.id);
    addEventListener('keydown', onKeyDown);
    return () => {
      clearTimeout(timer);
      removeEventListener('keydown', onKeyDown);
    };
  }, [toast, dismiss]);

  const lastUndoAt = useRef<Instant | null>(null);
  const onUndo = async () => {
    const now = readClock();
    if (!toast?.undo || (lastUndoAt.current !== null && Math.abs(now - lastUndoAt.current) < DOUBLE_TAP_MS)) return;
    lastUndoAt.current = now;
    hide(toast.id);
    if (reportResult(await undo(db, { undo: toast.undo, now }), { message: () => null }))
      showUndone(t('common.undone'), (logged) => t('common.undoneBefore', { logged }));
  };

  return (
    <div className={styles.toasts} role="status">
      {toast && (
        <div
          key={toast.id}
          className={styles.toast}
          data-tone={toast.tone}
          data-over={BUTTON_SCREENS.includes(location) ? 'tabs' : 'page'}
        >
          <span>{toast.message}</span>
          {toast.undo && (
            <Button variant="quiet" night onClick={onUndo}>
              {earlier.length > 0 ? t('common.undoSeveral', { count: earlier.length + 1 }) : t('common.undo')}
            </Button>
          )}
          {/* What covers nothing goes by itself; a touch less to find in the dark. */}
          {toast.tone !== 'info' && !(coversNothing && toast.undo) && (
            <Button variant="quiet" night aria-label={t('common.close')} onClick={() => dismiss(toast.id)}>
              <X aria-hidden="true" size={22} />
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
