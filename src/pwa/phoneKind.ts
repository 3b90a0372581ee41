export type PhoneKind = 'iphone' | 'ipad' | 'android' | 'computer';

/** What this device seems to be. An iPad says that it is a Mac, which has no touch screen. */
export function phoneKind({
  userAgent,
  maxTouchPoints,
}: Pick<Navigator, 'userAgent' | 'maxTouchPoints'> = navigator): PhoneKind {
  if (/Android/.test(userAgent)) return 'android';
  if (/iPhone|iPod/.test(userAgent)) return 'iphone';
  return /iPad/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1) ? 'ipad' : 'computer';
}
