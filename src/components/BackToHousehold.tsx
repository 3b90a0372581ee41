import { type MouseEvent, useState } from 'react';
import { formerAddress } from '@/hooks/formerAddress';
import { useTranslation } from '@/i18n/useTranslation';
import { BackLink } from './BackLink';

const HOUSEHOLD = '/household';

interface BackToHouseholdProps {
  /** Where the page belongs, as an address of the router. By default Household. */
  href?: string;
  /** The name of that page. */
  label?: string;
}

/**
 * The way back at the top of a page behind Household. Whoever came from Tonight, Nights or the
 * dashboard gets back there; else it leads to where the page belongs.
 */
export function BackToHousehold({ href = HOUSEHOLD, label }: BackToHouseholdProps) {
  const { t } = useTranslation();
  const [former] = useState(formerAddress);
  const cameFromElsewhere = former !== null && !former.startsWith(HOUSEHOLD);
  const target = cameFromElsewhere ? former : href;
  const goBack = (event: MouseEvent) => {
    if (former !== target) return;
    // The phone's own way back then leaves the same pages behind as this one.
    event.preventDefault();
    history.back();
  };
  return (
    <BackLink href={target} onClick={goBack}>
      {cameFromElsewhere ? t('household.back') : (label ?? t('household.title'))}
    </BackLink>
  );
}
