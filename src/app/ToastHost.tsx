import { X } from 'lucide-react';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { Button } from '@/components/Button';
import { undo } from '@/db/undo';
import { useHousehold } from '@/hooks/useHousehold';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { SECOND_MS } from '@/lib/time';
import { useToasts } from '@/stores/toasts';
import styles from './App.module.css';

const TOAST_DURATION_MS = 10 * SECOND_MS;

/** Screens with buttons at the bottom, where the toast covers the tabs instead of the page. */
const BUTTON_SCREENS = ['/', '/nights/review'];

/**
 * Shows the present toast for ten seconds, with a button that undoes what it reports. Screen
 * readers announce it.
 */
export function ToastHost() {
  const { toast, dismiss } = useToasts();
  const { db } = useHousehold();
  const { t } = useTranslation();
  const reportResult = useReportResult();
  const [location] = useLocation();

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

  const onUndo = async () => {
    if (!toast?.undo) return;
    dismiss(toast.id);
    reportResult(await undo(db, { undo: toast.undo, now: readClock() }), { message: () => t('common.undone') });
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
              {t('common.undo')}
            </Button>
          )}
          {toast.tone !== 'info' && (
            <Button variant="quiet" night aria-label={t('common.close')} onClick={() => dismiss(toast.id)}>
              <X aria-hidden="true" size={22} />
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
