import frame from '@/components/page.module.css';
import { usePage } from '@/hooks/usePage';
import { useTranslation } from '@/i18n/useTranslation';
import { Rota } from './rota/Rota';
import { Runbooks } from './runbooks/Runbooks';

/** Who is on call when, and what the one who is up goes through. */
export default function OnCallScreen() {
  const { t } = useTranslation();
  usePage(t('rota.pageTitle'));
  return (
    <main className={frame.page}>
      <h1 className={frame.title}>{t('rota.pageTitle')}</h1>
      <Rota />
      <Runbooks />
    </main>
  );
}
