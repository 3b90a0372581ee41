import type { ChangeEvent } from '@/protocol/api';

/** The channel of PostgreSQL on which all processes of the server hear of changes. */
export const CHANNEL = 'infernalops';

/** A household has changed, or is gone. */
export type Notification = ({ household: string } & ChangeEvent) | { household: string; gone: true };

export const parseNotification = (payload: string): Notification => JSON.parse(payload) as Notification;
