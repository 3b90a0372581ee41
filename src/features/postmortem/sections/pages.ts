import type { Page } from '@/domain/paging/pagesIn';
import { pagesOf } from '@/domain/paging/pagesOf';
import type { KeyedLine } from '@/domain/postmortem/lines';
import type { PostmortemData } from './postmortemData';
import { lineKey, listItem, type SectionFormat } from './sectionFormat';

/**
 * One line for each page of the night's incidents, in order of time: when it went out, whether a
 * phone rang, and what came of it.
 */
export const pageLines = ({ incidents, log }: PostmortemData, sectionFormat: SectionFormat): KeyedLine[] =>
  incidents
    .flatMap((folded) => pagesOf(folded, log.runbooks).map((page) => ({ incident: folded.incident, page })))
    .sort((a, b) => a.page.escalated.at - b.page.escalated.at)
    .map(({ incident, page }) =>
      listItem(lineKey('escalations.page', incident.id, page.escalated.id), pageText(page, sectionFormat)),
    );

function pageText({ escalated, deliveredAt, answer }: Page, { t, format, nameOf }: SectionFormat): string {
  return t('postmortem.page.line', {
    name: nameOf(escalated.to),
    time: format.time(escalated.at),
    rang:
      deliveredAt === null
        ? t('postmortem.page.unheard')
        : t('postmortem.page.rang', { time: format.time(deliveredAt) }),
    answer: answer
      ? t(`postmortem.page.${answer.kind}`, { time: format.time(answer.at) })
      : t('postmortem.page.pending'),
  });
}
