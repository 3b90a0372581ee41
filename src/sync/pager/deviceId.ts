import { documentId } from '@/sync/crypto/documents';
import type { HouseholdKeys } from '@/sync/crypto/householdKeys';

/**
 * Returns the id under which the server keeps the push subscription of a phone: the same on all
 * phones of the household, and nobody else can tell whose it is.
 */
export const deviceId = (keys: Pick<HouseholdKeys, 'idKey'>, phoneId: string): Promise<string> =>
  documentId(keys, 'devices', phoneId);
