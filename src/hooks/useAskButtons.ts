import { createContext, useCallback, useContext } from 'react';
import type { ButtonsFailure, ButtonsService } from '@/sync/buttons/service';
import { type ButtonsConnection, buttonsConnection } from './buttonsConnection';
import { type Asking, useAsk } from './useAsk';
import { useHousehold } from './useHousehold';

/** The buttons as the screens reach them. A test gives others. */
export const ButtonsContext = createContext<ButtonsConnection>(buttonsConnection);

/** Asks about the buttons one thing at a time, for one place of a screen. */
export function useAskButtons(): Asking<ButtonsService, ButtonsFailure> {
  const { db } = useHousehold();
  const connection = useContext(ButtonsContext);
  const load = useCallback(async () => connection.load(db), [connection, db]);
  return useAsk<ButtonsService, ButtonsFailure>(load);
}
