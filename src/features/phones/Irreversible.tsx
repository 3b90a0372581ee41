import { AskFailureText } from '@/components/AskFailureText';
import { Button } from '@/components/Button';
import { Fold } from '@/components/Fold';
import type { AskFailure } from '@/hooks/useAskPhones';
import styles from './phones.module.css';

interface IrreversibleProps {
  title: string;
  /** What it means, before it is done. */
  text: string;
  button: string;
  isBusy: boolean;
  failure: AskFailure | null;
  onDo: () => void;
}

/** What cannot be undone takes two touches: one that says what it means, one that does it. */
export function Irreversible({ title, text, button, isBusy, failure, onDo }: IrreversibleProps) {
  return (
    <Fold title={title}>
      <div className={styles.stack}>
        <p>{text}</p>
        <Button disabled={isBusy} onClick={onDo}>
          {button}
        </Button>
        <AskFailureText failure={failure} />
      </div>
    </Fold>
  );
}
