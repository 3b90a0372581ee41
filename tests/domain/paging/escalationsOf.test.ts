import { describe, expect, it } from 'vitest';
import { escalationsOf } from '@/domain/paging/escalationsOf';
import type { Entry } from '@/domain/rows/incident';
import { foldIncidents } from '@/domain/tonight';
import { DAD, entry, incident, MUM } from '../../support/factories';
import { degraded, standard } from '../../support/runbooks';

const cry = entry('detected', '02:43');
const call = entry('escalated', '02:44');
const page = entry('escalated', '02:47', { via: 'page' });

/** "whom, by voice or by page, ending" of each escalation. */
function endingsOf(entries: Entry[], runbookId = 'standard'): string[] {
  const [folded] = foldIncidents([incident([cry, ...entries], { runbookId })]);
  if (!folded) throw new Error('no cry');
  return escalationsOf(folded, [standard, degraded]).map(
    ({ escalated: { to, via }, ending }) => `${to}, ${via}, ${ending}`,
  );
}

describe('how an escalation ended', () => {
  it.each<[string, Entry[], string]>([
    ['nothing yet', [], 'open'],
    ['he is up', [entry('acknowledged', '02:45', { by: DAD })], 'up'],
    ['he said that he can’t', [entry('noResponse', '02:45', { by: DAD, declined: true })], 'declined'],
    ['he did not wake', [entry('noResponse', '02:45', { by: DAD })], 'silent'],
    ['she got up herself', [entry('acknowledged', '02:45', { by: MUM })], 'somebodyElse'],
    ['the child settled alone', [entry('resolved', '02:45', { by: MUM, outcome: 'selfSettled' })], 'takenBack'],
  ])('by voice: %s', (_name, later, ending) => {
    expect(endingsOf([call, ...later])).toEqual([`dad, voice, ${ending}`]);
  });

  it('gives what is said after another call to that one, by whatever means', () => {
    const up = entry('acknowledged', '02:48', { by: DAD });
    expect(endingsOf([call, page, up])).toEqual(['dad, voice, calledAgain', 'dad, page, up']);
    const silent = entry('noResponse', '02:46', { by: DAD });
    expect(endingsOf([call, silent, page, up])).toEqual(['dad, voice, silent', 'dad, page, up']);
  });

  it('tells calls to two caregivers apart', () => {
    const toMum = entry('escalated', '02:45', { to: MUM, level: 2 });
    expect(endingsOf([call, toMum, entry('acknowledged', '02:46', { by: MUM })])).toEqual([
      'dad, voice, somebodyElse',
      'mum, voice, up',
    ]);
  });

  it('still waits for him where a second adult is needed, though she is up', () => {
    expect(endingsOf([call, entry('acknowledged', '02:45', { by: MUM })], 'degraded')).toEqual(['dad, voice, open']);
  });
});
