import type { ClockSlip, Proposal } from '@/domain/review/proposal';
import { propose } from '@/domain/review/propose';
import type { Incident } from '@/domain/rows/incident';
import { AllClear } from '@/features/review/AllClear';
import { QuestionCard } from '@/features/review/QuestionCard';
import { HOUR_MS, MINUTE_MS } from '@/lib/time';
import {
  at,
  DAD,
  dad,
  day,
  entry,
  household,
  incident,
  leo,
  MUM,
  mum,
  tonightAt,
  ZOE,
  zoe,
} from '../../tests/support/factories';
import { Household } from '../Household';
import { LONG_NAME } from '../literals';
import { State, Story } from '../Story';

/** An incident in which a caregiver was up from its beginning to its end. */
const settledIncident = (id: string, from: string, to: string, fields: Partial<Incident> = {}): Incident =>
  incident([entry('detected', from), entry('acknowledged', from), entry('resolved', to)], { id, ...fields });

const AHEAD = incident([entry('detected', at('2026-11-17 13:00')), entry('resolved', at('2026-11-17 13:20'))], {
  id: 'ahead',
});

/**
 * A night with one question of each kind: an incident without an end, two that look like one, one
 * with nobody up, one without a cause, and one that a wrong
 * clock has dated.
 */
const INCIDENTS: Incident[] = [
  settledIncident('first of two', '23:10', '23:25', { causeId: 'hunger' }),
  settledIncident('second of two', '23:31', '23:50', { causeId: 'hunger' }),
  incident([entry('detected', '01:05'), entry('resolved', '01:30', { by: null })], {
    id: 'nobody up',
    childId: ZOE,
    causeId: 'noise',
  }),
  incident(
    [
      entry('detected', '02:43'),
      entry('escalated', '02:44'),
      entry('noResponse', '02:46', { by: DAD }),
      entry('acknowledged', '02:47', { by: MUM }),
      entry('remedy', '02:50'),
      entry('resolved', '03:03'),
    ],
    { id: 'no cause' },
  ),
  AHEAD,
  incident([entry('detected', '04:40'), entry('acknowledged', '04:42')], { id: 'never ended', childId: ZOE }),
];

const PEOPLE = { household: household(), children: [leo, zoe], caregivers: [mum, dad] };
const ABSURD_PEOPLE = {
  ...PEOPLE,
  children: PEOPLE.children.map((child) => ({ ...child, name: LONG_NAME })),
  caregivers: PEOPLE.caregivers.map((caregiver) => ({ ...caregiver, name: LONG_NAME })),
};

/** The clock was 10 h 17 ahead when the last incident was tapped at 02:43. */
const SLIP: ClockSlip = {
  noticedAt: tonightAt('03:10'),
  byMs: -(10 * HOUR_MS + 17 * MINUTE_MS),
  isExact: true,
  dates: AHEAD.timeline.map(({ id, at }) => ({ table: 'incidents', rowId: AHEAD.id, field: id, at })),
};

const PROPOSALS = propose(
  { ...PEOPLE, incidents: INCIDENTS, nights: [], firstNight: day('2026-11-14'), clockSlips: [SLIP] },
  tonightAt('09:00'),
);

const KINDS = [
  'wrongClock',
  'forgotten',
  'pair',
  'missingResponder',
  'missingCause',
  'unlogged',
] as const satisfies readonly Proposal['kind'][];

/** Shows one card of each kind of the morning review, and the end of the review. */
export function ReviewStories() {
  return (
    <Story name="Morning review">
      {KINDS.map((kind) => (
        <State key={kind} name={kind} frame="phone">
          <Household people={PEOPLE}>
            <CardOf kind={kind} />
          </Household>
        </State>
      ))}
      <State name="absurd: long names" frame="phone">
        <Household people={ABSURD_PEOPLE}>
          <CardOf kind="missingResponder" />
        </Household>
      </State>
      <State name="all clear" frame="phone">
        <AllClear nightRows={[]} skippedIds={['a', 'b']} hasAnswered />
      </State>
      <State name="empty" frame="phone">
        <AllClear nightRows={[]} skippedIds={[]} hasAnswered={false} />
      </State>
    </Story>
  );
}

function CardOf({ kind }: { kind: Proposal['kind'] }) {
  const proposal = PROPOSALS.find((candidate) => candidate.kind === kind);
  if (!proposal) throw new Error(`the review of the sample has no question of the kind ${kind}`);
  const doNothing = () => {};
  return (
    <QuestionCard
      proposal={proposal}
      log={{ incidents: INCIDENTS, nights: [] }}
      questionNumber={KINDS.indexOf(kind) + 1}
      total={KINDS.length}
      onRepair={doNothing}
      onSkip={doNothing}
      onStop={doNothing}
    />
  );
}
