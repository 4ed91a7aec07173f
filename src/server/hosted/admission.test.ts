import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { type AdmissionLimits, createAdmission, type Entry } from './admission.ts';

const wide: AdmissionLimits = {
  requestBytes: 1000,
  uploadsPerMinute: 100,
  uploadsAtOnce: 100,
  uploadsAtOncePerClient: 100,
};

function admissionWith(limits: Partial<AdmissionLimits>) {
  const admission = createAdmission({ ...wide, ...limits });
  return (client = 'a', ...rawHeaders: string[]) => {
    const headers = rawHeaders.length > 0 ? rawHeaders : ['Content-Length', '10'];
    return admission.enter({ rawHeaders: headers } as unknown as IncomingMessage, client);
  };
}

const answer = (entry: Entry) =>
  entry.kind === 'entered' ? 'entered' : `${entry.refusal.status} ${entry.refusal.code}`;

function leave(entry: Entry): void {
  if (entry.kind === 'entered') entry.leave();
}

test('a body over the limit is refused by what its head says', async () => {
  const enter = admissionWith({});
  expect(answer(await enter('a', 'Content-Length', '1000'))).toBe('entered');
  expect(answer(await enter('a', 'Content-Length', '1001'))).toBe('413 too-large');
});

test('a body of unsaid length is refused', async () => {
  const enter = admissionWith({});
  expect(answer(await enter('a', 'Transfer-Encoding', 'chunked'))).toBe('411 length-required');
});

test('a client that sends too often is told when to try again; others are not concerned', async () => {
  const enter = admissionWith({ uploadsPerMinute: 2 });
  expect(answer(await enter())).toBe('entered');
  expect(answer(await enter())).toBe('entered');
  const third = await enter();
  expect(answer(third)).toBe('429 too-many-uploads');
  expect(third.kind === 'refused' && third.refusal.retryAfter).toBe(60);
  expect(answer(await enter('b'))).toBe('entered');
});

test('a client with too many uploads at once is refused until one of them is over', async () => {
  const enter = admissionWith({ uploadsAtOncePerClient: 2 });
  const first = await enter();
  await enter();
  expect(answer(await enter())).toBe('429 too-many-at-once');
  expect(answer(await enter('b'))).toBe('entered');
  leave(first);
  expect(answer(await enter())).toBe('entered');
});

test('too many uploads of all clients together are refused, though asked for in one moment', async () => {
  const enter = admissionWith({ uploadsAtOnce: 2 });
  const entries = await Promise.all(['a', 'b', 'c', 'd'].map((client) => enter(client)));
  expect(entries.map(answer)).toEqual(['entered', 'entered', '503 busy', '503 busy']);
  entries.forEach(leave);
  expect(answer(await enter('c'))).toBe('entered');
});

test('what was refused holds no place', async () => {
  const enter = admissionWith({ uploadsPerMinute: 1, uploadsAtOncePerClient: 1, uploadsAtOnce: 2 });
  leave(await enter());
  for (let count = 0; count < 5; count += 1) expect(answer(await enter())).toBe('429 too-many-uploads');
  expect(answer(await enter('b'))).toBe('entered');
  expect(answer(await enter('c'))).toBe('entered');
});
