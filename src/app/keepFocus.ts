/**
 * Keeps the focus out of nowhere: when the focused control disappears or is disabled (a new screen,
 * a step, a sheet that closes, a row that was deleted), the focus moves to the heading of what is
 * shown instead. The keyboard and a screen reader continue there, not at the top of the document.
 *
 * @returns a function that stops it
 */
export function keepFocus(): () => void {
  let lastFocused = document.activeElement;
  const remember = ({ target }: Event) => {
    if (target instanceof Element) lastFocused = target;
  };
  const observer = new MutationObserver(() => {
    const isGone = lastFocused && (!lastFocused.isConnected || lastFocused.matches(':disabled'));
    if (isGone && document.activeElement === document.body) focusHeading();
  });
  addEventListener('focusin', remember);
  // A control may have been used, and have disappeared, before this was loaded.
  if (lastFocused === document.body && navigator.userActivation?.hasBeenActive) focusHeading();
  observer.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
  return () => {
    removeEventListener('focusin', remember);
    observer.disconnect();
  };
}

/** Moves the focus to the heading of the open sheet, else to that of the screen. */
function focusHeading(): void {
  const inSheets = document.querySelectorAll<HTMLElement>('dialog[open] h2');
  const heading =
    inSheets[inSheets.length - 1] ?? document.querySelector<HTMLElement>('main h1') ?? document.querySelector('main');
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
