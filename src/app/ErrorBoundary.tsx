import { Component, type ReactNode } from 'react';
import { Button } from '@/components/Button';
import type { InfernalDatabase } from '@/db/database';
import { useTranslation } from '@/i18n/useTranslation';
import { useAppStatus } from '@/stores/status';
import styles from './App.module.css';

interface Props {
  db: InfernalDatabase;
  children: ReactNode;
}

/** Shows a crash screen if a screen cannot be drawn. Its first button saves a copy of the log. */
export class ErrorBoundary extends Component<Props, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? <CrashScreen db={this.props.db} /> : this.props.children;
  }
}

function CrashScreen({ db }: { db: InfernalDatabase }) {
  const { t } = useTranslation();
  const { isFileMissing } = useAppStatus();
  return (
    <main className={styles.crash}>
      <h1>{t(isFileMissing ? 'common.crash.missing' : 'common.crash.title')}</h1>
      <p>{t('common.crash.text')}</p>
      <Button
        variant="primary"
        night
        onClick={() => import('@/hooks/downloadRawLog').then(({ downloadRawLog }) => downloadRawLog(db))}
      >
        {t('common.crash.export')}
      </Button>
      <Button
        night
        onClick={() => {
          location.hash = '#/';
          location.reload();
        }}
      >
        {t('common.crash.restart')}
      </Button>
    </main>
  );
}
