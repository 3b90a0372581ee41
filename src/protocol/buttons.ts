import * as v from 'valibot';
import { opaqueId, token } from './api';
import { MAX_PRESS_AGE_S, MAX_PRESSES, MAX_SEALED_BUTTON_CHARS } from './limits';

/*
 * A button of a home automation, which only adds: it says one of its words, which a phone has
 * sealed for it. Everything below `/buttons` is for the button itself, with its own token, and
 * everything below `/households` for the phones.
 */

/** At least a version byte, an IV and a tag, as all that is sealed. */
const sealed = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/), v.minLength(39), v.maxLength(MAX_SEALED_BUTTON_CHARS));
const instant = v.pipe(v.number(), v.safeInteger());

/** `tokenHash` is the SHA-256 of the button's token in base64url, `body` its name and its child. */
export const buttonRequest = v.strictObject({ tokenHash: token, body: sealed });
export type ButtonRequest = v.InferOutput<typeof buttonRequest>;

/** `pressedAt` is null as long as it never was pressed. */
const storedButton = v.object({ id: opaqueId, body: sealed, pressedAt: v.nullable(instant) });
export type StoredButton = v.InferOutput<typeof storedButton>;

export const buttonsResponse = v.object({ buttons: v.array(storedButton) });
export type ButtonsResponse = v.InferOutput<typeof buttonsResponse>;

/**
 * What a button sends. With `id` it may be sent again: within an hour it is the same press.
 * `secondsAgo` is for what could not be sent at once.
 */
export const pressRequest = v.strictObject({
  word: sealed,
  id: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_.:-]{1,64}$/))),
  secondsAgo: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_PRESS_AGE_S)), 0),
});
export type PressRequest = v.InferOutput<typeof pressRequest>;

/** A press that waits for a phone: which word was said, when, and by which button. */
const storedPress = v.object({ id: opaqueId, button: opaqueId, word: v.string(), at: instant });
export type StoredPress = v.InferOutput<typeof storedPress>;

/** The oldest presses that no phone has logged yet. */
export const pressesResponse = v.object({ presses: v.pipe(v.array(storedPress), v.maxLength(MAX_PRESSES)) });
export type PressesResponse = v.InferOutput<typeof pressesResponse>;
