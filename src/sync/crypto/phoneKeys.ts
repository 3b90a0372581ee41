import { type Bytes, fromBase64url, toBase64url } from './base64url';
import { concat } from './bytes';
import { aesKey, hkdf } from './deriveBytes';
import { type Opened, open, REFUSED, seal } from './seal';

/*
 * Every phone has a key pair of its own, so that something can be said to it and not to another
 * phone of the household. When a phone is removed, the household's new secret is sealed to each of
 * the phones that stay.
 */

const CURVE = { name: 'ECDH', namedCurve: 'P-256' };

/** An uncompressed point: 0x04 and two coordinates of 32 bytes. */
const POINT_BYTES = 65;

/** Both are plain data, for a row of IndexedDB. */
export interface PhoneKeys {
  /** A point of P-256, 65 bytes as base64url. The other phones get it. */
  publicKey: string;
  /** PKCS #8. It stays on its phone. */
  privateKey: Bytes;
}

export async function generatePhoneKeys(): Promise<PhoneKeys> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(CURVE, true, ['deriveBits']);
  return {
    publicKey: toBase64url(new Uint8Array(await crypto.subtle.exportKey('raw', publicKey))),
    privateKey: new Uint8Array(await crypto.subtle.exportKey('pkcs8', privateKey)),
  };
}

/**
 * Seals bytes to the phone that has this public key, with a key agreed on with a pair that is
 * thrown away. Returns base64url, or null if the public key is none: it comes from another phone.
 */
export async function sealFor(publicKey: string, bytes: Bytes): Promise<string | null> {
  const receiver = fromBase64url(publicKey);
  const receiverKey = receiver && (await importPoint(receiver));
  if (!receiver || !receiverKey) return null;
  const pair = await crypto.subtle.generateKey(CURVE, true, ['deriveBits']);
  const sender = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const key = await agreedKey(pair.privateKey, receiverKey);
  return toBase64url(concat(sender, await seal(key, concat(sender, receiver), bytes)));
}

/** Opens what was sealed to this phone. It never throws. */
export async function openWith({ publicKey, privateKey }: PhoneKeys, sealed: string): Promise<Opened<Bytes>> {
  const whole = fromBase64url(sealed);
  const receiver = fromBase64url(publicKey);
  const sender = whole?.slice(0, POINT_BYTES);
  const senderKey = sender && (await importPoint(sender));
  if (!whole || !receiver || !sender || !senderKey) return REFUSED;
  const ownKey = await crypto.subtle.importKey('pkcs8', privateKey, CURVE, false, ['deriveBits']).catch(() => null);
  if (!ownKey) return REFUSED;
  const key = await agreedKey(ownKey, senderKey);
  return open(key, concat(sender, receiver), whole.slice(POINT_BYTES));
}

/** WebCrypto refuses points that are not on the curve. */
const importPoint = async (point: Bytes): Promise<CryptoKey | null> =>
  point.length === POINT_BYTES ? crypto.subtle.importKey('raw', point, CURVE, false, []).catch(() => null) : null;

async function agreedKey(own: CryptoKey, other: CryptoKey): Promise<CryptoKey> {
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, own, 256);
  const derive = await hkdf(new Uint8Array(shared));
  return aesKey(await derive('infernalops/1/for-one-phone', 32));
}
