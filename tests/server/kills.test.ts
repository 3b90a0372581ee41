import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { StoredDoc } from '@/protocol/api';
import { storeKinds } from './support/home';
import { newBody, newDoc, newId, newToken, Phone, sumOf } from './support/phone';
import { startProcess } from './support/serverProcess';

/*
 * The server is killed at random moments under load. `SERVER_KILLS=100` kills it a hundred times on
 * each store, and `KILL_SEED=<seed>` repeats the moments of a run.
 */

const KILLS = Number(process.env.SERVER_KILLS ?? 5);
const SEED = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);
const WRITERS = 6;

/** The server is killed after up to so many answers, and up to so many milliseconds. */
const MAX_ANSWERS = 40;
const MAX_MS = 12;

/** Draws a number from 0 up to, but not including, `below`. */
const draw = (what: string, below: number) =>
  (createHash('sha256').update(`${SEED} ${what}`).digest().readUInt32BE() / 2 ** 32) * below;

const print = (line: string) => process.stderr.write(`${line}\n`);

describe.each(storeKinds())('a server that is killed under load ($name)', (kind) => {
  it(
    `${KILLS} times loses no acknowledged write, and leaves no hole that a reader misses`,
    async () => {
      print(`KILL_SEED=${SEED} SERVER_KILLS=${KILLS} ${kind.name}`);
      const place = await kind.createPlace();
      const start = async () => {
        const server = await startProcess(place);
        onTestFinished(() => void server.process.kill('SIGKILL'));
        return server;
      };
      const [household, token] = [newId(), newToken()];
      /** The latest acknowledged write of each document. */
      const acknowledged = new Map<string, StoredDoc>();
      /** What a phone with a cursor has seen, through all kills. */
      const reader = { cursor: 0, docs: new Map<string, StoredDoc>() };
      let writes = 0;
      let unanswered = 0;

      for (let round = 0; round < KILLS; round += 1) {
        const server = await start();
        const phone = new Phone(server.url, household, token);
        expect((await phone.call('PUT', '', {})).status).toBe(round === 0 ? 201 : 200);
        let answersLeft = 1 + Math.floor(draw(`answers ${round}`, MAX_ANSWERS));
        let resolveEnough = () => {};
        const enoughAnswers = new Promise<void>((resolve) => {
          resolveEnough = resolve;
        });

        const write = async (writer: number) => {
          // Every other write edits a document that is as the last answer said.
          let known = (await phone.pull(0, 200)).docs.at(writer);
          for (;;) {
            const doc = known ? { id: known.id, n: known.n, body: newBody(400) } : newDoc({ body: newBody(400) });
            unanswered += 1;
            const { head, conflicts } = await phone.push([doc]);
            unanswered -= 1;
            known = undefined;
            if (conflicts.length > 0) continue;
            const stored = { id: doc.id, n: doc.n + 1, seq: head, body: doc.body };
            acknowledged.set(doc.id, stored);
            writes += 1;
            if (writes % 2 === 0) known = stored;
            answersLeft -= 1;
            if (answersLeft === 0) resolveEnough();
          }
        };
        const read = async () => {
          for (;;) await readOn(phone, reader);
        };
        const load = Promise.allSettled([...Array(WRITERS).keys()].map(write).concat(read()));

        await enoughAnswers;
        await pause(draw(`ms ${round}`, MAX_MS));
        server.process.kill('SIGKILL');
        await server.exited;
        // Everybody has lost the connection, and nobody has found fault with an answer.
        for (const end of await load) {
          expect(end).toMatchObject({ status: 'rejected', reason: { name: 'TypeError' } });
          expect(String('reason' in end && end.reason)).toMatch(/fetch failed|terminated/);
        }

        // What counts is what the next process finds.
        const after = await start();
        await check(new Phone(after.url, household, token), acknowledged, reader);
        after.process.kill('SIGKILL');
        await after.exited;
      }
      print(`${kind.name}: ${KILLS} kills, ${writes} acknowledged writes, ${unanswered} without an answer`);
      await place.remove();
    },
    60_000 + KILLS * 30_000,
  );
});

interface Reader {
  cursor: number;
  docs: Map<string, StoredDoc>;
}

/** Takes in one page; resolves to whether there are more. */
async function readOn(phone: Phone, reader: Reader): Promise<boolean> {
  const { docs, more } = await phone.pull(reader.cursor, 50);
  for (const doc of docs) {
    expect(doc.seq).toBeGreaterThan(reader.cursor);
    reader.docs.set(doc.id, doc);
    reader.cursor = doc.seq;
  }
  return more;
}

async function check(phone: Phone, acknowledged: ReadonlyMap<string, StoredDoc>, reader: Reader): Promise<void> {
  const whole: Reader = { cursor: 0, docs: new Map() };
  while (await readOn(phone, whole));
  while (await readOn(phone, reader));

  for (const [id, doc] of acknowledged) {
    const stored = whole.docs.get(id);
    // A later write may have been stored without its answer having arrived.
    if (stored && stored.n > doc.n) expect(stored.seq).toBeGreaterThan(doc.seq);
    else expect(stored).toEqual(doc);
  }
  // What the reader saw before the kill is still so, and nothing was put in behind its cursor.
  expect(reader.docs).toEqual(whole.docs);
  const { head, sum } = await phone.pull(whole.cursor);
  expect(head).toBe(whole.cursor);
  expect(sum).toBe(sumOf([...whole.docs.values()].map(({ body }) => body)));
}
