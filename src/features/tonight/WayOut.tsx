import Ellipsis from 'lucide-react/icons/ellipsis';
import type { ReactNode } from 'react';
import { Button } from '@/components/Button';
import type { Outcome } from '@/domain/rows/incident';
import { useTranslation } from '@/i18n/useTranslation';
import styles from './Incident.module.css';

interface WayOutProps {
  /** What ends the incident: one button, or one for each child. */
  children: ReactNode;
  onMore: () => void;
}

/** The end of the incident, in reach at any height of the screen, and beside it "More". */
export function WayOut({ children, onMore }: WayOutProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.wayOut}>
      {children}
      <Button night className={styles.more ?? ''} onClick={onMore}>
        <Ellipsis aria-hidden="true" />
        {t('tonight.more')}
      </Button>
    </div>
  );
}

interface EndButtonProps {
  outcome: Outcome;
  /** The child's name, if several are awake. */
  name?: string;
  onEnd: () => void;
}

/** The largest button: the child is asleep again. */
export function EndButton({ outcome, name, onEnd }: EndButtonProps) {
  const { t } = useTranslation();
  const words = t(outcome === 'selfSettled' ? 'tonight.settledAlone' : 'tonight.asleepAgain');
  return (
    <Button night variant="primary" className={styles.end ?? ''} onClick={onEnd}>
      {name === undefined ? words : <NamedEnd name={name} words={words} />}
    </Button>
  );
}

const NamedEnd = ({ name, words }: { name: string; words: string }) => (
  <span>
    <strong>{name}</strong> <span>{words}</span>
  </span>
);
