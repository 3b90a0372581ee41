/*
 * Which phones of a GameDay a person plays: each window holds a lock for its own as long as it is
 * open. The browser gives the lock back when a window is closed or crashes.
 */

const lockOf = (caregiverId: string) => `infernalops-gameday-phone ${caregiverId}`;

/**
 * Says to the other windows that this one plays a caregiver's phone.
 *
 * @returns ends it
 */
export function playByHand(caregiverId: string): () => void {
  let end = () => {};
  const isOver = new Promise<void>((resolve) => {
    end = resolve;
  });
  navigator.locks?.request(lockOf(caregiverId), { mode: 'shared' }, () => isOver).catch(() => {});
  return end;
}

/** Returns whether a window plays this phone; false where the browser has no locks. */
export async function isPlayedByHand(caregiverId: string): Promise<boolean> {
  const locks = await navigator.locks?.query();
  return locks?.held?.some(({ name }) => name === lockOf(caregiverId)) ?? false;
}
