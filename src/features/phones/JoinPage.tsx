import { useState } from 'react';
import { Link } from 'wouter';
import controls from '@/components/controls.module.css';
import { useTranslation } from '@/i18n/useTranslation';
import { useSyncStatus } from '@/stores/sync';
import type { Invitation } from '@/sync/service';
import { CodeForm } from './CodeForm';
import { JoinForm } from './JoinForm';
import { PhonesFrame } from './PhonesFrame';
import { useCodeOfAddress } from './useCodeOfAddress';

/**
 * This phone joins a household that another phone has: first the code, then who this phone is and
 * what becomes of its own log.
 */
export function JoinPage({ codeInAddress }: { codeInAddress: string }) {
  const { t } = useTranslation();
  const code = useCodeOfAddress(codeInAddress);
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  const isSharing = useSyncStatus(({ sharing }) => sharing === 'on');
  // The sync says that this phone shares before it has the whole log.
  if (isSharing && !invitation)
    return (
      <PhonesFrame title={t('phones.join.title')}>
        <p>{t('phones.join.already')}</p>
        <Link href="/household/phones" className={controls.button}>
          {t('phones.join.toPhones')}
        </Link>
      </PhonesFrame>
    );
  return (
    <PhonesFrame title={t('phones.join.title')} {...(!invitation && { hint: t('phones.join.hint') })}>
      {invitation ? (
        <JoinForm invitation={invitation} />
      ) : (
        <CodeForm key={code} initialCode={code} onInvitation={setInvitation} />
      )}
    </PhonesFrame>
  );
}
