import { createContext, useCallback, useContext } from 'react';
import { type Asking, useAsk } from '@/hooks/useAsk';
import { useHousehold } from '@/hooks/useHousehold';
import type { FiguresService } from '@/sync/figures/service';
import type { SyncFailure } from '@/sync/service';
import { type FiguresConnection, figuresConnection } from './figuresConnection';

/** The figures as their page reaches them. A test gives another one. */
export const FiguresContext = createContext<FiguresConnection>(figuresConnection);

/** Asks about the figures one thing at a time, for one place of a screen. */
export function useAskFigures(): Asking<FiguresService, SyncFailure> {
  const { db } = useHousehold();
  const connection = useContext(FiguresContext);
  const load = useCallback(async () => connection.load(db), [connection, db]);
  return useAsk<FiguresService, SyncFailure>(load);
}
