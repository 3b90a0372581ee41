import { useHousehold } from '@/hooks/useHousehold';
import { useMomentText } from '@/hooks/useMomentText';
import { useNow } from '@/hooks/useNow';
import { useTranslation } from '@/i18n/useTranslation';
import { pageVersion } from '@/lib/pageVersion';
import { HOUR_MS, type Instant, MINUTE_MS } from '@/lib/time';
import type { Phone } from '@/sync/service';

const JUST_NOW_MS = 2 * MINUTE_MS;
/** Longer ago, the day and the time say more than a duration. */
const AGO_MS = 12 * HOUR_MS;

interface PhoneText {
  /** Whose phone it is; null if nobody's in particular, or of somebody who is no longer there. */
  ownerOf(phone: Phone): string | null;
  formatContact(lastContactAt: Instant): string;
  /** What the list says beside a phone's name. */
  formatPhone(phone: Phone): string;
  hasOtherVersion(phone: Phone): boolean;
  /** Whether the list says something of the phone that asks for something to be done. */
  needsLook(phone: Phone): boolean;
}

/** Returns formatters of what is known of a phone. */
export function usePhoneText(): PhoneText {
  const { t } = useTranslation();
  const { caregivers, format } = useHousehold();
  const { formatMoment } = useMomentText();
  const now = useNow(MINUTE_MS);
  const ownVersion = pageVersion();

  const ownerOf = ({ caregiverId }: Phone) => caregivers.find(({ id }) => id === caregiverId)?.name ?? null;
  const formatContact = (at: Instant) => {
    if (now - at < JUST_NOW_MS) return t('phones.heardNow');
    if (now - at < AGO_MS) return t('phones.heardAgo', { duration: format.duration(now - at) });
    return t('phones.heardAt', { moment: formatMoment(at) });
  };
  // In development a page has no version, and no phone another one.
  const hasOtherVersion = ({ isThis, appVersion }: Phone) =>
    !isThis && ownVersion !== null && appVersion !== ownVersion;
  return {
    ownerOf,
    formatContact,
    hasOtherVersion,
    formatPhone: (phone) =>
      [
        ownerOf(phone),
        phone.isThis ? t('phones.thisPhone') : formatContact(phone.lastContactAt),
        hasOtherVersion(phone) && t('phones.otherVersion'),
        phone.differs && t('phones.differs'),
      ]
        .filter(Boolean)
        .join(' · '),
    needsLook: (phone) => phone.differs,
  };
}
