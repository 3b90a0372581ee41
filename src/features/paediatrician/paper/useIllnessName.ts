import type { Episode } from '@/domain/rows/others';
import { useTranslation } from '@/i18n/useTranslation';

/** An illness by the name its parents gave it, and by its kind where that says something else. */
export function useIllnessName(): (episode: Episode) => string {
  const { t } = useTranslation();
  return ({ label, kind }) => {
    const name = t(`paediatrician.kind.${kind}`);
    const given = label.trim();
    if (given === '' || given.toLowerCase() === name.toLowerCase()) return name;
    return kind === 'other' ? given : `${given} (${name})`;
  };
}
