import type { Fault, SlowWay } from '../../support/faults';

/** Sends a request and resolves to its answer, as `fetch` does. */
type Send = (body: string | null) => Promise<Response>;

/**
 * Sends a request with one fault on its way, and resolves to what the phone gets.
 *
 * @param slowWay where requests of the household are that are late
 * @throws TypeError as `fetch` does, if there is no answer
 */
export async function sendOnFaultyWay(
  send: Send,
  body: string | null,
  fault: Fault,
  slowWay: SlowWay,
): Promise<Response> {
  const isCut = fault === 'requestCut' && body !== null;
  if (fault === 'requestLost' || (fault === 'requestCut' && !isCut)) throw new TypeError('The request is lost.');
  if (fault === 'late') {
    // What becomes of it, nobody hears.
    slowWay.hold(() => send(body).then(readWhole, () => null));
    throw new TypeError('The request is late.');
  }
  if (fault === 'repeated') await readWhole(await send(body));
  const answer = await readWhole(await send(isCut ? firstHalf(body) : body));
  await slowWay.arrive();
  if (fault === 'answerLost') throw new TypeError('The answer is lost.');
  return new Response(fault === 'answerCut' ? firstHalf(answer.text) : answer.text, answer);
}

const firstHalf = (text: string): string => text.slice(0, Math.floor(text.length / 2));

const readWhole = async (response: Response) => ({
  text: await response.text(),
  status: response.status,
  headers: response.headers,
});
