import Plus from 'lucide-react/icons/plus';
import { Link } from 'wouter';
import controls from '@/components/controls.module.css';
import { Fold } from '@/components/Fold';
import form from '@/components/form.module.css';
import { LinkRow } from '@/components/rows/LinkRow';
import { RowGroup } from '@/components/rows/RowGroup';
import { usePhones } from '@/hooks/usePhones';
import { useTranslation } from '@/i18n/useTranslation';
import { ContactText } from './ContactText';
import { EndOfSharing } from './EndOfSharing';
import { FiguresRow } from './FiguresRow';
import { Notices } from './Notices';
import { PagerRow } from './PagerRow';
import { usePhoneText } from './usePhoneText';

/** The phones of the household, how they stand to each other, and what can be done with them. */
export function Sharing() {
  const { t } = useTranslation();
  const phones = usePhones();
  const { formatPhone, needsLook } = usePhoneText();
  return (
    <>
      <ContactText />
      <Notices phones={phones ?? []} />
      <RowGroup>
        {phones?.map((phone) => (
          <LinkRow
            key={phone.id}
            page={`phones/${encodeURIComponent(phone.id)}`}
            title={phone.name}
            state={formatPhone(phone)}
            isUrgent={needsLook(phone)}
          />
        ))}
      </RowGroup>
      <Link href="/household/phones/add" className={`${controls.button} ${controls.primary}`}>
        <Plus aria-hidden="true" size={20} />
        {t('phones.add')}
      </Link>
      <RowGroup>
        <PagerRow />
        <LinkRow page="phones/buttons" title={t('buttons.title')} />
        <FiguresRow />
      </RowGroup>
      <div>
        <Fold title={t('phones.server')}>
          <p className={form.hint}>{t('phones.sees')}</p>
        </Fold>
        <EndOfSharing />
      </div>
    </>
  );
}
