import {
  type ButtonRequest,
  buttonsResponse,
  type PressesResponse,
  pressesResponse,
  type StoredButton,
} from '@/protocol/buttons';
import { callerOf, type HouseholdConnection, QUICK_MS } from './client';
import { content, noContent, type Reply } from './request';

/** What a phone asks of the buttons of its household, and of what they have sent. */
export interface ButtonCalls {
  /** Makes it, or makes it again after a lost answer. */
  putButton(id: string, request: ButtonRequest): Promise<Reply<null>>;
  /** Tells `notFound` if the server is of an older release. */
  getButtons(): Promise<Reply<readonly StoredButton[]>>;
  deleteButton(id: string): Promise<Reply<null>>;
  /** The presses that no phone has logged yet, in the order of their time. */
  getPresses(): Promise<Reply<PressesResponse['presses']>>;
  /** Says that a press is logged, or cannot be. */
  deletePress(id: string): Promise<Reply<null>>;
}

export function createButtonCalls(connection: HouseholdConnection): ButtonCalls {
  const call = callerOf(connection);
  return {
    putButton: (id, request) => call('PUT', `/buttons/${id}`, noContent, QUICK_MS, request),
    getButtons: async () => {
      const answer = await call('GET', '/buttons', content(buttonsResponse), QUICK_MS);
      return answer.ok ? { ...answer, value: answer.value.buttons } : answer;
    },
    deleteButton: (id) => call('DELETE', `/buttons/${id}`, noContent, QUICK_MS),
    getPresses: async () => {
      const answer = await call('GET', '/presses', content(pressesResponse), QUICK_MS);
      return answer.ok ? { ...answer, value: answer.value.presses } : answer;
    },
    deletePress: (id) => call('DELETE', `/presses/${id}`, noContent, QUICK_MS),
  };
}
