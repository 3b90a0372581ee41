import type day from './en/day';
import type night from './en/night';
import type { MessagePath } from './translator';

/** The same keys as `T`, with the text of any language. */
export type MessageShape<T> = { readonly [K in keyof T]: T[K] extends string ? string : MessageShape<T[K]> };

/**
 * The shape of every language: the English messages define the keys, and a language without one of
 * them does not compile.
 */
export type NightMessages = MessageShape<typeof night>;
export type DayMessages = MessageShape<typeof day>;
export type Messages = NightMessages & DayMessages;

/** The key of any message, such as `tonight.woke`. No other text is a key. */
export type MessageKey = MessagePath<Messages>;
