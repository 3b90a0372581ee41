import type { Proposal } from '@/domain/review/proposal';
import type { Incident } from '@/domain/rows/incident';

/** What a question is about: none of a night nobody logged. */
export function incidentsOf(proposal: Proposal): readonly Incident[] {
  switch (proposal.kind) {
    case 'pair':
      return [proposal.first, proposal.second];
    case 'unlogged':
      return [];
    default:
      return [proposal.incident];
  }
}
