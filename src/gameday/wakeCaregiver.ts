import { createAcknowledged, createEscalated, createNoResponse, createStoodDown } from '@/domain/timeline/createEntry';
import { type Instant, laterOf } from '@/lib/time';
import { otherCaregiver } from './family';
import type { NightContext } from './simulationContext';
import type { TimelineBuilder } from './timelineBuilder';
import type { CaregiverRole } from './types';

/* Decides who gets up. The rota plans one caregiver, but who wakes is a matter of sleep. */

/** The share of attempts that wake the partner: one in five, as in the product's own example. */
const PARTNER_ANSWERS = 0.2;
/**
 * From this many attempts on, the chance is corrected so that the partner's share stays near its
 * target.
 */
const ENOUGH_ATTEMPTS = 5;
/**
 * The probability that the mother wakes: it falls with each time she was up, down to six in ten.
 */
const MOTHER_ANSWERS = { fresh: 0.96, eachTime: 0.06, atLeast: 0.6 };
/**
 * The probability that in the evening the partner, who is still up, goes first whatever the rota
 * says.
 */
const EVENING_WATCH = 0.6;
/** The most attempts in a row to wake one caregiver. A stormy night has up to three. */
const ATTEMPTS = { usual: 1, storm: 3 };

export function primaryAt(context: NightContext, at: Instant): CaregiverRole {
  const isHandedOver = context.handoverAt !== null && at >= context.handoverAt;
  return isHandedOver ? otherCaregiver(context.primary) : context.primary;
}

/**
 * Simulates who is woken and who gets up.
 *
 * @param listener the caregiver who heard the cry, is awake already and is never escalated to; null
 * if nobody heard it
 * @returns who is up for the child now
 */
export function wakeCaregiver(
  builder: TimelineBuilder,
  context: NightContext,
  listener: CaregiverRole | null,
): CaregiverRole {
  const first = firstInLine(builder, context);
  const second = otherCaregiver(first);
  if (tryToWake(builder, context, first, listener, 1)) return sendOtherToBed(builder, context, first, listener);
  if (tryToWake(builder, context, second, listener, 2)) return second;
  // Nobody is left to call, so the last attempt always wakes the mother.
  return attemptToWake(builder, context, 'mother', 2, { surely: true }) ? 'mother' : second;
}

/**
 * Tries to wake the other caregiver to take over. If that works, the tired one goes back to bed.
 * Returns who is up now.
 */
export function askForRelief(builder: TimelineBuilder, context: NightContext, tired: CaregiverRole): CaregiverRole {
  const other = otherCaregiver(tired);
  if (builder.up.has(other) || context.busyUntil[other] > builder.at) return tired;
  return attemptToWake(builder, context, other, 2) ? sendOtherToBed(builder, context, other, tired) : tired;
}

function firstInLine(builder: TimelineBuilder, context: NightContext): CaregiverRole {
  const isPartnerOnWatch = builder.at < context.partnerUpUntil && context.random.chance(EVENING_WATCH);
  const first = isPartnerOnWatch ? 'partner' : primaryAt(context, builder.at);
  return context.busyUntil[first] > builder.at ? otherCaregiver(first) : first;
}

function tryToWake(
  builder: TimelineBuilder,
  context: NightContext,
  who: CaregiverRole,
  listener: CaregiverRole | null,
  level: 1 | 2,
): boolean {
  const isStillUp = who === 'partner' && builder.at < context.partnerUpUntil;
  if (who === listener || isStillUp || context.busyUntil[who] > builder.at) {
    builder.wait(context.random, [5, 50]);
    logAcknowledged(builder, context, who);
    return true;
  }
  const attempts = context.random.integer(1, context.plan.kind === 'storm' ? ATTEMPTS.storm : ATTEMPTS.usual);
  for (let attempt = 0; attempt < attempts; attempt += 1) if (attemptToWake(builder, context, who, level)) return true;
  return false;
}

function attemptToWake(
  builder: TimelineBuilder,
  context: NightContext,
  who: CaregiverRole,
  level: 1 | 2,
  { surely = false }: { surely?: boolean } = {},
): boolean {
  const { random, family } = context;
  const { id } = family.caregivers[who];
  builder.wait(random, [2, 15]);
  builder.addEntry((moment) => createEscalated(moment, id, level));
  const isAnswered = random.chance(surely ? 1 : answerChance(context, who));
  if (who === 'partner') remember(context, isAnswered);
  builder.wait(random, isAnswered ? [15, 100] : [60, 150]);
  if (isAnswered) logAcknowledged(builder, context, who);
  else builder.addEntry((moment) => createNoResponse(moment, id));
  return isAnswered;
}

function answerChance({ memory, interventions }: NightContext, who: CaregiverRole): number {
  const times = interventions[who];
  if (who === 'mother') return Math.max(MOTHER_ANSWERS.atLeast, MOTHER_ANSWERS.fresh - MOTHER_ANSWERS.eachTime * times);
  const { asked, answered } = memory.partner;
  // Alert fatigue: the second call of a night wakes the partner half as often as the first, and the
  // third call a third as often.
  const tiredChance = (PARTNER_ANSWERS * 1.4) / (1 + times);
  if (asked < ENOUGH_ATTEMPTS) return tiredChance;
  const share = answered / asked;
  if (share > PARTNER_ANSWERS * 1.25) return tiredChance / 3;
  return share < PARTNER_ANSWERS * 0.75 ? Math.max(tiredChance, PARTNER_ANSWERS) * 2 : tiredChance;
}

function remember({ memory }: NightContext, isAnswered: boolean): void {
  memory.partner.asked += 1;
  if (isAnswered) memory.partner.answered += 1;
}

/** Adds an escalation that stays unanswered because the child settles alone. */
export function escalateInVain(builder: TimelineBuilder, context: NightContext, who: CaregiverRole): void {
  const { id } = context.family.caregivers[who];
  builder.addEntry((moment) => createEscalated(moment, id, 1));
  if (who === 'partner') remember(context, false);
}

function logAcknowledged(builder: TimelineBuilder, { family }: NightContext, who: CaregiverRole): void {
  builder.addEntry((moment) => createAcknowledged(moment, family.caregivers[who].id));
  builder.addResponder(who);
}

/** Sends the caregiver who is not needed any more back to bed, and returns the one who stays up. */
function sendOtherToBed(
  builder: TimelineBuilder,
  context: NightContext,
  stays: CaregiverRole,
  other: CaregiverRole | null,
): CaregiverRole {
  if (other === null || other === stays) return stays;
  builder.wait(context.random, [10, 60]);
  builder.addEntry((moment) => createStoodDown(moment, context.family.caregivers[other].id));
  builder.removeFromUp(other);
  context.busyUntil[other] = laterOf(context.busyUntil[other], builder.at);
  return stays;
}
