import { useEffect, useState } from 'react';
import { Button } from '@/components/Button';
import { Fold } from '@/components/Fold';
import form from '@/components/form.module.css';
import { useTranslation } from '@/i18n/useTranslation';
import { type Licence, type Licences, loadLicenceTexts, readLicences } from './licences';
import styles from './settings.module.css';

/** The free software that the app is made of, with its licences; nothing if there is no list. */
export function LicenceList() {
  const { t } = useTranslation();
  const [licences, setLicences] = useState<Licences | null>(null);
  useEffect(() => {
    readLicences().then(setLicences);
  }, []);
  if (!licences) return null;
  return (
    <Fold title={t('household.madeOf')}>
      <Packages packages={licences.app} />
      <h3 className={form.hint}>{t('household.madeOfServer')}</h3>
      <Packages packages={licences.server} />
      <LicenceTexts />
    </Fold>
  );
}

function Packages({ packages }: { packages: readonly Licence[] }) {
  return (
    <ul className={styles.packages}>
      {packages.map(([name, version, licence, ...holders]) => (
        <li key={`${name} ${version}`}>
          {name} {version} · {licence}
          {holders.length > 0 && <p>© {holders.join(' · ')}</p>}
        </li>
      ))}
    </ul>
  );
}

function LicenceTexts() {
  const { t } = useTranslation();
  const [texts, setTexts] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);
  if (texts)
    return (
      <pre lang="en" className={styles.licenceTexts}>
        {texts}
      </pre>
    );
  const load = async () => {
    const loaded = await loadLicenceTexts();
    setTexts(loaded);
    setMissing(loaded === null);
  };
  return (
    <>
      <Button onClick={load}>{t('household.licenceTexts')}</Button>
      <p role="status" className={form.hint}>
        {isMissing && t('household.licenceTextsMissing')}
      </p>
    </>
  );
}
