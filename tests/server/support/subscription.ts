import { createDecipheriv, createECDH, type ECDH, hkdfSync, randomBytes } from 'node:crypto';
import type { DeviceRequest } from '@/protocol/api';

/** A push subscription as a browser makes one, with the private key that the browser keeps. */
export interface Subscription {
  request: DeviceRequest;
  keys: ECDH;
  auth: Buffer;
}

const NUL = Buffer.alloc(1);
const TAG_BYTES = 16;
/** It ends the last record of a message; padding may follow it. */
const LAST_RECORD = 2;

/**
 * Opens the body of a push as a browser does (RFC 8291, with the content coding of RFC 8188). It
 * throws if the body was sealed for another subscription.
 */
export function openPush({ keys, auth }: Subscription, body: Buffer): Buffer {
  const salt = body.subarray(0, 16);
  const idBytes = body.readUInt8(20);
  const senderKey = body.subarray(21, 21 + idBytes);
  const record = body.subarray(21 + idBytes);
  if (record.length > body.readUInt32BE(16)) throw new Error('The message has more than one record.');

  const derive = (secret: Buffer, from: Buffer, info: Buffer, bytes: number) =>
    Buffer.from(hkdfSync('sha256', secret, from, info, bytes));
  const keyInfo = Buffer.concat([Buffer.from('WebPush: info'), NUL, keys.getPublicKey(), senderKey]);
  const secret = derive(keys.computeSecret(senderKey), auth, keyInfo, 32);
  const key = derive(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = derive(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12);

  const decipher = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(record.subarray(-TAG_BYTES));
  const padded = Buffer.concat([decipher.update(record.subarray(0, -TAG_BYTES)), decipher.final()]);
  const end = padded.lastIndexOf(LAST_RECORD);
  if (padded.subarray(end + 1).some((byte) => byte !== 0)) throw new Error('The padding is wrong.');
  return padded.subarray(0, end);
}

/** @param origin of the push service, without a slash at its end */
export function newSubscription(origin: string): Subscription {
  const keys = createECDH('prime256v1');
  const p256dh = keys.generateKeys('base64url');
  const auth = randomBytes(16);
  const endpoint = `${origin}/push/${randomBytes(16).toString('base64url')}`;
  return { request: { endpoint, p256dh, auth: auth.toString('base64url') }, keys, auth };
}
