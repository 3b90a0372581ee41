import type { Episode } from '@/domain/rows/others';
import { useWords } from '@/i18n/language';

/** What an illness is called: as the parents do, or by its kind where a file has no name for it. */
export function useLabel(): (episode: Pick<Episode, 'label' | 'kind'>) => string {
  const { t } = useWords();
  return ({ label, kind }) => label || t(`health.kind.${kind}`);
}
