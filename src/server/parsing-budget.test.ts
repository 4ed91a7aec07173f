import { expect, test } from 'vitest';
import { envelopeFor, rawTarget, upload } from '../test/raw-target.ts';
import { hasBudget, spend, whenBudget } from './parsing-budget.ts';

const nextTurn = () => new Promise<void>((resolve) => void setImmediate(resolve));

test('steps wait for a turn with a budget, in the order of asking, and share it', async () => {
  await nextTurn();
  const done: string[] = [];
  const step = (name: string) => () => {
    done.push(name);
    spend(5_000);
  };
  expect(hasBudget()).toBe(true);
  spend(1e6);
  expect(hasBudget()).toBe(false);
  for (const name of ['a', 'b', 'c']) whenBudget(step(name));
  expect(done).toEqual([]);
  await nextTurn();
  expect(done).toEqual(['a', 'b']);
  await nextTurn();
  expect(done).toEqual(['a', 'b', 'c']);
});

test('replies of one-byte chunks are read a few thousand chunks a turn, all of them together', async () => {
  const chunks = 60_000;
  const reply = Buffer.from(
    `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n${'1\r\nx\r\n'.repeat(chunks)}0\r\n\r\n`,
  );
  let inThisTurn = 0;
  let most = 0;
  let isOver = false;
  const count = () => {
    most = Math.max(most, inThisTurn);
    inThisTurn = 0;
    if (!isOver) setImmediate(count);
  };
  count();
  const uploads = Array.from({ length: 3 }, async () => {
    const target = await rawTarget((socket) => void socket.end(reply));
    return upload(envelopeFor(target.port, ''), '', {
      report: (event) => {
        if (event.type === 'reply-body') inThisTurn += Buffer.from(event.base64, 'base64').length;
      },
    });
  });
  await Promise.all(uploads);
  isOver = true;
  expect(most).toBeGreaterThan(0);
  // Some that were joined before come with them; a single read of a socket holds more than these.
  expect(most).toBeLessThan(10_000);
});

test('a reply cut by the budget is read to its end, and what follows it is seen', async () => {
  const fields = Array.from({ length: 8_000 }, (_, index) => `X-${index}: ${index}\r\n`).join('');
  const chunks = '1\r\nx\r\n'.repeat(20_000);
  const reply = `HTTP/1.1 200 OK\r\n${fields}Transfer-Encoding: chunked\r\n\r\n${chunks}0\r\n${fields}\r\n`;
  for (const [more, excess] of [
    ['', false],
    ['and more', true],
  ] as const) {
    const target = await rawTarget((socket) => void socket.end(reply + more));
    const { events, last } = await upload(envelopeFor(target.port, ''), '');
    expect(last).toMatchObject({ type: 'end', replyBytes: 20_000, excess });
    expect(last?.type === 'end' && last.trailers.length).toBe(8_000);
    const head = events.find((event) => event.type === 'reply-head');
    expect(head?.headers).toHaveLength(8_001);
  }
});
