import type night from './en';
import type day from './en/day';
import type { Path } from './translator';

/** Messages of the same keys, in any language. */
export type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };

/** The shape of every language: the English words give the keys, and a language that lacks one does not compile. */
export type NightMessages = Words<typeof night>;
export type DayMessages = Words<typeof day>;
export type Messages = NightMessages & DayMessages;

/** `tonight.woke`: every message there is, and nothing else. */
export type Key = Path<Messages>;
