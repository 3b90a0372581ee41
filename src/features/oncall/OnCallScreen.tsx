import frame from '@/components/page.module.css';
import { usePage } from '@/hooks/usePage';
import { useTranslation } from '@/i18n/useTranslation';
import { Rota } from './rota/Rota';
import { Runbooks } from './runbooks/Runbooks';

/** The screen of the rota (who is on call in which night) and of the runbooks. */
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
