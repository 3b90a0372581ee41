import type { FiguresService, OwnFigures } from '@/sync/figures/service';
import type { Answer } from '@/sync/service';

/** `stopped`: this phone was to publish, and the server has nothing of it any more. */
export type FiguresState = 'off' | 'here' | 'elsewhere' | 'stopped';

export interface FiguresView {
  state: FiguresState;
  own: OwnFigures | null;
}

/** Returns who publishes, as the server and this phone say together. */
export async function readFiguresState(service: FiguresService): Promise<Answer<FiguresView>> {
  const found = await service.findPublisher();
  if (!found.ok) return found;
  const own = await service.readOwn();
  const state = found.value !== 'none' ? found.value : own ? 'stopped' : 'off';
  return { ok: true, value: { state: own && state === 'elsewhere' ? 'stopped' : state, own } };
}
