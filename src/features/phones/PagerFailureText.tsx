import { AskFailureText } from '@/components/AskFailureText';
import controls from '@/components/controls.module.css';
import { useTranslation } from '@/i18n/useTranslation';
import type { PagerFailure, WebhookProblem } from '@/sync/pager/service';

type Failure = PagerFailure | 'notLoaded' | null;

const OWN = ['noPushKey', 'denied', 'pushRefused', 'hostRefused'] as const;
const WEBHOOK: readonly WebhookProblem[] = ['noAddress', 'password', 'tooLong', 'notHttps', 'refused'];

const isOwn = (failure: Failure): failure is (typeof OWN)[number] => OWN.some((own) => own === failure);

/** Whether the address is at fault: that is said at its field. */
export const isWebhookProblem = (failure: Failure): failure is WebhookProblem =>
  WEBHOOK.some((problem) => problem === failure);

/** Says why the pager did not do what it was asked. Nothing without a failure. */
export function PagerFailureText({ failure }: { failure: Failure }) {
  const { t } = useTranslation();
  if (isWebhookProblem(failure)) return null;
  if (!isOwn(failure)) return <AskFailureText failure={failure} />;
  return (
    <p role="alert" className={controls.error}>
      {t(`pager.failure.${failure}`)}
    </p>
  );
}
