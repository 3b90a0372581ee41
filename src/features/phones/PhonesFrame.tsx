import type { ReactNode } from 'react';
import { BackToHousehold } from '@/components/BackToHousehold';
import form from '@/components/form.module.css';
import frame from '@/components/page.module.css';
import { usePage } from '@/hooks/usePage';
import { useTranslation } from '@/i18n/useTranslation';

interface PhonesFrameProps {
  title: string;
  hint?: string;
  children: ReactNode;
}

/** A page behind the list of the phones. */
export function PhonesFrame({ title, hint, children }: PhonesFrameProps) {
  const { t } = useTranslation();
  usePage(title);
  return (
    <main className={frame.page}>
      <BackToHousehold href="/household/phones" label={t('phones.title')} />
      <header className={frame.head}>
        <h1 className={frame.title}>{title}</h1>
        {hint && <p className={form.hint}>{hint}</p>}
      </header>
      {children}
    </main>
  );
}
