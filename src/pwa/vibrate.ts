/** A buzz under the thumb, where there is one: iOS has none. */
export const vibrate = (durationMs: number): void => {
  navigator.vibrate?.(durationMs);
};
