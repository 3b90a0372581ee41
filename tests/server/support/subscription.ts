import { createECDH, type ECDH, randomBytes } from 'node:crypto';
import type { DeviceRequest } from '@/protocol/api';

/** A push subscription as a browser makes one, with the private key that the browser keeps. */
export interface Subscription {
  request: DeviceRequest;
  keys: ECDH;
  auth: Buffer;
}

/** @param origin of the push service, without a slash at its end */
export function newSubscription(origin: string): Subscription {
  const keys = createECDH('prime256v1');
  const p256dh = keys.generateKeys('base64url');
  const auth = randomBytes(16);
  const endpoint = `${origin}/push/${randomBytes(16).toString('base64url')}`;
  return { request: { endpoint, p256dh, auth: auth.toString('base64url') }, keys, auth };
}
