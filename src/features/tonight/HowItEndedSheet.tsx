import { Sheet } from '@/components/Sheet';
import type { FoldedIncident } from '@/domain/tonight';
import type { Instant } from '@/lib/time';
import HowItEnded from './HowItEnded';
import type { Actions } from './useActions';

interface HowItEndedSheetProps {
  shown: FoldedIncident;
  name: string;
  actions: Actions;
  now: Instant;
  onAnotherTime: () => void;
  onClose: () => void;
}

/** The question how an incident ended, for one of several children who are awake. */
export default function HowItEndedSheet({ name, actions, onClose, ...asked }: HowItEndedSheetProps) {
  const resolve: Actions['resolve'] = async (...end) => {
    const isWritten = await actions.resolve(...end);
    if (isWritten) onClose();
    return isWritten;
  };
  return (
    <Sheet night title={name} onClose={onClose}>
      <HowItEnded {...asked} actions={{ ...actions, resolve }} onStillAwake={onClose} />
    </Sheet>
  );
}
