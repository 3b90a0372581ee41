import type en from './en';

type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };

/** The shape of every language: the English words give the keys, and a language that lacks one does not compile. */
export type Messages = Words<typeof en>;

type Path<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Path<T[K]>}` }[keyof T & string];

/** `tonight.woke`: every message there is, and nothing else. */
export type Key = Path<Messages>;
