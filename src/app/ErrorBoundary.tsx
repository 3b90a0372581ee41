import { Component, type ReactNode } from 'react';
import { Button } from '@/components/Button';
import type { InfernalDatabase } from '@/db/database';
import { failureOf } from '@/db/failure';
import { reopen } from '@/db/reopen';
import { useTranslation } from '@/i18n/useTranslation';
import { SECOND_MS } from '@/lib/time';
import { useAppStatus } from '@/stores/status';
import styles from './App.module.css';

interface Props {
  db: InfernalDatabase;
  children: ReactNode;
}

interface State {
  shown: 'children' | 'nothing' | 'crash';
}

/** A connection that is lost again within this time is not opened once more. */
const MIN_BETWEEN_MS = 10 * SECOND_MS;

/**
 * Shows a crash screen if a screen cannot be drawn. Its first button saves a copy of the log. If
 * only the connection to the log was lost, which iOS does to an app in the background, it is opened
 * again first, and the screen is drawn anew.
 */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { shown: 'children' };
  private reopenedAt = Number.NEGATIVE_INFINITY;

  static getDerivedStateFromError(error: unknown): State {
    return { shown: failureOf(error) === 'connectionLost' ? 'nothing' : 'crash' };
  }

  override async componentDidCatch(error: unknown) {
    if (failureOf(error) !== 'connectionLost') return;
    const isFirst = performance.now() - this.reopenedAt > MIN_BETWEEN_MS;
    const isOpen = isFirst && (await reopen(this.props.db));
    this.reopenedAt = performance.now();
    this.setState({ shown: isOpen ? 'children' : 'crash' });
  }

  override render() {
    const { shown } = this.state;
    if (shown === 'crash') return <CrashScreen db={this.props.db} />;
    return shown === 'children' ? this.props.children : <main />;
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
