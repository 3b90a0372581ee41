/** Makes the phone vibrate. Does nothing on iOS, which has no vibration API. */
export const vibrate = (durationMs: number): void => {
  navigator.vibrate?.(durationMs);
};
