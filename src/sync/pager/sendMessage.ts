import type { DeviceResult } from '@/protocol/api';
import type { Reply } from '@/sync/client/request';
import type { PagerContext } from '@/sync/context';
import { documentId } from '@/sync/crypto/documents';
import { deviceId } from './deviceId';
import { type PagerMessage, sealMessage } from './message';

/** What a message is about; a later one about the same takes the place of an earlier one. */
type Topic = readonly [kind: 'pages' | 'handovers' | 'tests', id: string];

export interface OutgoingMessage {
  message: PagerMessage;
  /** The ids of the phones that are to be woken. All open apps hear it besides. */
  phones: readonly string[];
  topic: Topic;
  /** Seconds for which the push service keeps it for a phone that is off. */
  ttl: number;
  urgency: 'high' | 'normal';
  /** Whether it is a page, which calls the webhook of the household, too. */
  rings?: boolean;
}

/** What became of a message on the way to a phone. */
export interface PhoneResult {
  phoneId: string;
  result: DeviceResult['result'];
}

/** Sends a message to phones of the household. Resolves to what became of it for each of them. */
export async function sendMessage(
  { keys, client }: Pick<PagerContext, 'keys' | 'client'>,
  { message, phones, topic, ttl, urgency, rings = false }: OutgoingMessage,
): Promise<Reply<readonly PhoneResult[]>> {
  const to = await Promise.all(phones.map((phoneId) => deviceId(keys, phoneId)));
  const body = await sealMessage(keys, message);
  const reply = await client.page({ to, body, ttl, topic: await documentId(keys, ...topic), urgency, rings });
  if (!reply.ok) return reply;
  const results = new Map(reply.value.devices.map(({ id, result }) => [id, result]));
  const value = phones.map((phoneId, index) => ({ phoneId, result: results.get(to[index] ?? '') ?? 'unknown' }));
  return { ...reply, value };
}
