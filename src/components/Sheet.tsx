import X from 'lucide-react/icons/x';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from '@/i18n/useTranslation';
import styles from './Sheet.module.css';

interface SheetProps {
  title: string;
  /**
   * For a sheet that is opened at night: all its buttons are within the thumb's reach and 64 px
   * high.
   */
  night?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/**
 * A sheet that opens at the bottom of the screen, where the thumb is. The native dialog keeps the
 * focus inside and reports Escape; afterwards the focus returns to where it was. The sheet is open
 * while it is rendered.
 */
export function Sheet({ title, night = false, onClose, children }: SheetProps) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const element = dialog.current;
    const opener = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);

  return (
    // A touch outside the sheet closes it. The keyboard has Escape and the button.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the dialog itself answers Escape
    <dialog
      ref={dialog}
      className={night ? `${styles.sheet} ${styles.night}` : styles.sheet}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className={styles.content}>
        <div className={styles.head}>
          <h2 id={titleId}>{title}</h2>
          <button type="button" className={styles.close} onClick={onClose} aria-label={t('common.close')}>
            <X aria-hidden="true" />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
