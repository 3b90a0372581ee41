import { useCallback, useEffect, useState } from 'react';
import { useAskButtons } from '@/hooks/useAskButtons';
import type { PushButton } from '@/sync/buttons/service';

/** The buttons as the home server has them; undefined as long as they are not read. */
export function useButtons() {
  const { ask, failure } = useAskButtons();
  const [buttons, setButtons] = useState<readonly PushButton[]>();
  const read = useCallback(async () => {
    const answer = await ask((service) => service.readButtons());
    if (answer.ok) setButtons(answer.value);
  }, [ask]);
  useEffect(() => void read(), [read]);
  return { buttons, failure, read };
}
