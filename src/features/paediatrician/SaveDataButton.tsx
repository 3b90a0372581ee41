import FileBraces from 'lucide-react/icons/file-braces';
import { Button } from '@/components/Button';
import { reportJson } from '@/exports/reportJson';
import { useTranslation } from '@/i18n/useTranslation';
import type { Report } from '@/metrics/paediatrician/computeReport';
import { shareOrSaveFile } from '@/pwa/shareOrSaveFile';
import { useToasts } from '@/stores/toasts';

/** Shares or saves what the report shows as a file for programs. */
export function SaveDataButton({ report }: { report: Report }) {
  const { t } = useTranslation();
  const save = async () => {
    const { showSuccess, showError } = useToasts.getState();
    try {
      const name = `infernalops-report-${report.range.from}-${report.range.to}.json`;
      const outcome = await shareOrSaveFile(name, reportJson(report));
      if (outcome !== 'cancelled') showSuccess(t(`exporting.toast.${outcome}`, { name }));
    } catch {
      showError(t('exporting.page.failed'));
    }
  };
  return (
    <Button onClick={save}>
      <FileBraces aria-hidden="true" size={20} />
      {t('paediatrician.data')}
    </Button>
  );
}
