/** What happens to one call of a phone to the server on its way. */
export type Fault =
  | 'none'
  /** The request never arrives. */
  | 'requestLost'
  /** The server carries it out, and the answer never arrives. */
  | 'answerLost'
  /** The request arrives twice. */
  | 'repeated'
  /** The phone gives up, and the request arrives after the next one of the household. */
  | 'late'
  /** Half of the request arrives. A call without a body is lost. */
  | 'requestCut'
  /** The server carries it out, and half of the answer arrives, as if it were whole. */
  | 'answerCut'
  /** The phone is killed before it has the answer. */
  | 'killed';

/** Requests on a slow way. They arrive after the next request that was faster. */
export class SlowWay {
  #late: (() => unknown)[] = [];

  /** Holds a request back. Whoever sent it has given up by now and hears of no answer. */
  hold(arrive: () => unknown): void {
    this.#late.push(arrive);
  }

  /** Lets everything arrive that was held back, in the order in which it was sent. */
  async arrive(): Promise<void> {
    for (const arrive of this.#late.splice(0)) await arrive();
  }
}

/** The end of a phone that was killed: nothing of what it was doing goes on. */
export class Killed extends Error {}
