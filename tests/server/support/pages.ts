import type { PageRequest } from '@/protocol/api';
import { newBody, newId, type Phone } from './phone';
import { newSubscription, type Subscription } from './subscription';

/** A page of random bytes, as a phone seals one. */
export const newPage = (to: string[], page: Partial<PageRequest> = {}): PageRequest => ({
  to,
  body: newBody(300),
  ttl: 60,
  topic: 'page-1',
  urgency: 'high',
  rings: false,
  ...page,
});

/** Leaves a subscription of a new device at a push service, and returns both. */
export async function subscribe(phone: Phone, origin: string): Promise<Subscription & { id: string }> {
  const [id, subscription] = [newId(), newSubscription(origin)];
  const { status } = await phone.call('PUT', `/devices/${id}`, subscription.request);
  if (status !== 204) throw new Error(`The subscription was not taken: ${status}`);
  return { ...subscription, id };
}
