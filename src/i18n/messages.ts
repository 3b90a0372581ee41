import type day from './en/day';
import type night from './en/night';
import type { MessagePath } from './translator';

/** Messages of the same keys, in any language. */
export type MessageShape<T> = { readonly [K in keyof T]: T[K] extends string ? string : MessageShape<T[K]> };

/** The shape of every language: the English words give the keys, and a language that lacks one does not compile. */
export type NightMessages = MessageShape<typeof night>;
export type DayMessages = MessageShape<typeof day>;
export type Messages = NightMessages & DayMessages;

/** `tonight.woke`: every message there is, and nothing else. */
export type MessageKey = MessagePath<Messages>;
