/**
 * Runs in the page. Returns the tag and text of each element that extends beyond the right edge of
 * the screen.
 */
export function overflowingElements(): string[] {
  const edge = document.documentElement.clientWidth + 0.5;
  /** A wide table is not cut off: it scrolls inside its container. */
  const isScrolled = (element: Element): boolean => {
    for (let parent = element.parentElement; parent; parent = parent.parentElement)
      if (getComputedStyle(parent).overflowX === 'auto' && parent.getBoundingClientRect().right <= edge) return true;
    return false;
  };
  return [...document.querySelectorAll('main *, nav *, dialog *')]
    .filter(
      (element) => element.getBoundingClientRect().right > edge && getComputedStyle(element).position !== 'absolute',
    )
    .filter((element) => !element.closest('option') && !isScrolled(element))
    .map((element) => `${element.tagName} ${element.textContent?.slice(0, 40)}`);
}
