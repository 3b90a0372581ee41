/** What happens to one call of a phone to the server on its way. */
export type Fault =
  | 'none'
  /** The request never arrives. */
  | 'requestLost'
  /** The server carries it out, and the answer never arrives. */
  | 'answerLost'
  /** The request arrives twice. */
  | 'repeated'
  /** The phone is killed before it has the answer. */
  | 'killed';

/** The end of a phone that was killed: nothing of what it was doing goes on. */
export class Killed extends Error {}
