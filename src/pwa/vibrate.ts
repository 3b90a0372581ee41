/** Makes the phone vibrate. Does nothing on iOS, which has no vibration API. */
export const vibrate = (durationMs: number): void => {
  navigator.vibrate?.(durationMs);
};

/** Two long buzzes and a pause, as of a phone that is called. */
const CALL_MS = [600, 200, 600, 600];
const CALL_LENGTH_MS = CALL_MS.reduce((sum, part) => sum + part, 0);

/**
 * Makes the phone vibrate in a pattern until the returned function is called. Does nothing on iOS.
 */
export function vibrateAgainAndAgain(): () => void {
  const buzz = () => navigator.vibrate?.(CALL_MS);
  buzz();
  const timer = setInterval(buzz, CALL_LENGTH_MS);
  return () => {
    clearInterval(timer);
    navigator.vibrate?.(0);
  };
}
