import { expect, it } from 'vitest';
import { defaultAssumptions } from '../../core/assumptions.ts';
import { judgeResponse } from '../../core/response/judge.ts';
import type { SeenUpload } from '../definition.ts';
import { judgeMessage } from './message-judge.ts';

function seen(message: string | null): SeenUpload {
  const body = new TextEncoder().encode(JSON.stringify(message === null ? {} : { message }));
  const headers = [['Content-Type', 'application/json']] as const;
  const verdict = judgeResponse({ status: 402, headers, body, assumptions: defaultAssumptions });
  const reply = {
    at: 1,
    httpVersion: '1.1',
    status: 402,
    statusText: '',
    headers,
    bodyBytesSent: 0,
    received: 0,
  };
  return {
    scenario: 'without-file',
    url: 'https://media.example/',
    media: null,
    mediaType: null,
    reply,
    replyBytes: body.length,
    excess: false,
    verdict,
    fetched: null,
  };
}

it.each([
  ['Not enough credit'],
  ['Недостаточно средств'],
  ['余额不足'],
  ['Nemáte dost kreditu (402).'],
  ['Warning: your credit is low. Top up to go on.'],
  ['The error was made at our side; try again at 10:30.'],
  ['3 < 5 photos left'],
])('words for people pass: %s', (message) => expect(judgeMessage(seen(message)).outcome).toBe('passed'));

it.each([
  ['<b>Not enough credit</b>', 'markup'],
  ['Fish &amp; chips', 'markup'],
  ['java.lang.NullPointerException: null', 'for programmers'],
  ['TypeError: x is undefined\n    at upload (/srv/app.js:10:3)', 'for programmers'],
  ['Undefined index: file in /var/www/up.php on line 3', 'for programmers'],
  ['SQLSTATE[42S02]: Base table or view not found', 'for programmers'],
  ['ERR_NO_CREDIT', 'a code'],
  ['402', 'a code'],
  ['Nem\uFFFDte kredit', 'charset'],
  [null, 'has no message'],
])('what is none fails: %s', (message, why) => {
  const { outcome, reasons } = judgeMessage(seen(message));
  expect([outcome, reasons[0]?.text]).toEqual(['failed', expect.stringContaining(why)]);
});

it('a long one is a warning', () => {
  const { outcome, reasons } = judgeMessage(seen('Your credit does not do. '.repeat(20)));
  expect(outcome).toBe('warning');
  expect(reasons[0]?.text.length).toBeLessThan(300);
});
