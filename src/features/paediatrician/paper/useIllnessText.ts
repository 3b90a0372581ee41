import type { Episode } from '@/domain/rows/others';
import { useTranslation } from '@/i18n/useTranslation';

/**
 * Returns a function that names an illness: by the parents' name, followed by the kind in brackets
 * when that says something else.
 */
export function useIllnessText(): (episode: Episode) => string {
  const { t } = useTranslation();
  return ({ label, kind }) => {
    const name = t(`paediatrician.kind.${kind}`);
    const trimmedLabel = label.trim();
    if (trimmedLabel === '' || trimmedLabel.toLowerCase() === name.toLowerCase()) return name;
    return kind === 'other' ? trimmedLabel : `${trimmedLabel} (${name})`;
  };
}
