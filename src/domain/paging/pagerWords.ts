/**
 * What the notifications of the pager say, in the language of this phone. The service worker has no
 * translations: it fills in `{child}`, `{time}` and `{name}`.
 */
export interface PagerWords {
  locale: string;
  /** "{child} woke at {time}". */
  pageTitle: string;
  /** "{name}, it’s your turn." */
  pageBody: string;
  up: string;
  cannot: string;
  overTitle: string;
  /** Somebody else got up. */
  somebodyUp: string;
  asleepAgain: string;
  /** The caregiver has answered on another phone of theirs. */
  answered: string;
  /** A page that this phone cannot read. */
  unreadableTitle: string;
  unreadableBody: string;
  handover: string;
  testTitle: string;
  testBody: string;
  /** The answer could not be written. */
  notWritten: string;
}
