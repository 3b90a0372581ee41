import form from '@/components/form.module.css';
import { useHousehold } from '@/hooks/useHousehold';
import { useMomentText } from '@/hooks/useMomentText';
import { useTranslation } from '@/i18n/useTranslation';
import { useSyncStatus } from '@/stores/sync';

/** Their own sentences say what becomes of the log. */
const SAID_WITH_IT: readonly string[] = ['tooLarge', 'storage'];

/** Says whether the phones are the same; if not, since when, why, and that nothing is lost. */
export function ContactText() {
  const { t } = useTranslation();
  const { format } = useHousehold();
  const { formatMoment } = useMomentText();
  const contact = useSyncStatus((status) => status.contact);
  if (!contact) return <p className={form.hint}>{t('phones.checking')}</p>;
  if (contact.state === 'same')
    return <p className={form.hint}>{t('phones.same', { time: format.time(contact.at) })}</p>;
  const { since, because } = contact;
  return (
    <div>
      <p>{since === null ? t('phones.behindUnknown') : t('phones.behind', { time: formatMoment(since) })}</p>
      <p className={form.hint}>
        {because && t(`phones.because.${because}`)} {!SAID_WITH_IT.includes(because ?? '') && t('phones.sentLater')}
      </p>
    </div>
  );
}
