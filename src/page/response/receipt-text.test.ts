import { describe, expect, it } from 'vitest';
import { buildFor } from '../../test/build-for-test.ts';
import { advanceExchange, type ExchangeEvent, startExchange } from '../../upload/exchange.ts';
import type { Comparison } from '../../upload/receipt-comparison.ts';
import { writtenHead } from '../../upload/written-head.ts';
import { bodyMessage, extractsOf, headMessage, type SentPreview, sentMessage } from './receipt-text.ts';
import type { BodyCheck } from './use-body-check.ts';

const built = buildFor({ url: 'http://m.example/', data: 'f=%media_content%' });
const plan = built.plan ?? never();
const all = plan.bodyLength;

function never(): never {
  throw new Error('unreachable');
}

const receipt = (bodyBytes: number): ExchangeEvent => ({
  type: 'receipt',
  at: 2,
  bodyBytes,
  hashes: [],
  first: '',
  last: '',
});
const headSent = (text: string): ExchangeEvent => ({ type: 'head-sent', at: 1, head: btoa(text) });
function exchangeWith(...events: ExchangeEvent[]) {
  return advanceExchange(startExchange({ plan, startedAt: 0 }), { type: 'events', events });
}
const whole = exchangeWith(headSent(built.headText), receipt(all));
const equal = (bytes: number): BodyCheck => ({
  kind: 'checked',
  comparison: { kind: 'equal', bytes, of: all },
  onDisk: [],
});
const extracts = { at: 17, from: 1, planned: new Uint8Array(), written: new Uint8Array() };
const different: Comparison = { kind: 'different', difference: { place: 'exact', ...extracts } };
const within: Comparison = {
  kind: 'different',
  difference: { place: 'within', from: 1048576, to: 2097152, seen: null },
};
const now: SentPreview = { hasChanged: false, isAnswer: false };
const sent = (exchange = whole, check: BodyCheck = equal(all), preview = now) =>
  sentMessage(exchange, writtenHead(exchange), check, preview);

describe('the receipt in words', () => {
  it('is "equal" only when head and body were compared', () => {
    expect(sent()).toEqual({ tone: 'good', text: 'Sent bytes equal the preview.' });
    for (const kind of ['none', 'unreadable', 'not-hashed', 'unavailable'] as const) {
      expect(sent(whole, { kind }).tone).toBe('plain');
    }
    const checking = sent(whole, { kind: 'checking', bytes: 0 });
    expect(checking).toMatchObject({ tone: 'waiting', text: expect.stringContaining('being checked…') });
  });

  it('is of the part that was sent where the upload ended early', () => {
    const early = exchangeWith(headSent(built.headText), receipt(5));
    expect(sent(early, equal(5))).toMatchObject({
      tone: 'good',
      text: expect.stringMatching(/first 5 bytes of the body/),
    });
    const none = exchangeWith(headSent(built.headText), receipt(0));
    expect(sent(none, equal(0)).text).toMatch(/: the head; nothing of the body was sent\.$/);
    expect(bodyMessage(none, equal(0), now).text).toBe('Nothing of it was sent.');
    expect(bodyMessage(early, equal(5), now).text).toMatch(/^The first 5 of .* bytes, equal to the preview/);
  });

  it('is a difference wherever there is one', () => {
    expect(sent(whole, { kind: 'checked', comparison: different, onDisk: [] }).tone).toBe('bad');
    const other = exchangeWith(headSent(built.headText.replace('Host', 'host')), receipt(all));
    expect(sent(other).tone).toBe('bad');
    const head = writtenHead(other) ?? never();
    expect(headMessage(head, now)).toMatchObject({
      tone: 'bad',
      text: expect.stringMatching(/differs from byte 17 on/),
    });
  });

  it('says where it is, to the byte or to the block, and shows both sides where they are known', () => {
    expect(bodyMessage(whole, { kind: 'checked', comparison: within, onDisk: [] }, now).text).toMatch(
      /between byte 1\u202F048\u202F576 and 2\u202F097\u202F151\.$/,
    );
    expect(extractsOf(different)?.at).toBe(17);
    expect(extractsOf(within)).toBeNull();
  });

  it('never calls a changed file a fault of the playground, and never equal', () => {
    const wasSent = sent(whole, { kind: 'changed', wasSent: true });
    expect(wasSent).toMatchObject({
      tone: 'bad',
      text: expect.stringMatching(/^The file changed on disk after/),
    });
    expect(wasSent.text).toMatch(/not those of the preview\. Choose it again\.$/);
    const since = sent(whole, { kind: 'changed', wasSent: false });
    expect(since).toMatchObject({
      tone: 'plain',
      text: expect.stringMatching(/not compared: the file changed/),
    });
    for (const { text } of [wasSent, since]) expect(text).not.toMatch(/report|body.*equal/);
    const inFile = { kind: 'checked', comparison: different, onDisk: [{ start: 10, end: 20 }] } as const;
    expect(sent(whole, inFile).text).toMatch(/If the file was changed on disk while it was sent/);
    const outside = { ...inFile, onDisk: [{ start: 18, end: 20 }] };
    expect(sent(whole, outside).text).toMatch(/differs from the preview\. Please report this\.$/);
  });

  it('is about the preview at that time, and about no header that a preview does not show', () => {
    const changed = { hasChanged: true, isAnswer: false };
    const answer = { hasChanged: false, isAnswer: true };
    expect(sent(whole, equal(all), changed).text).toBe('Sent bytes matched the preview at that time.');
    expect(sent(whole, equal(all), answer).text).toBe(
      'Sent bytes equal the preview, with the answer to the login.',
    );
    const head = writtenHead(whole) ?? never();
    expect(headMessage(head, answer).text).toMatch(
      /, equal to the preview and the Authorization line that answers the login\.$/,
    );
    expect(bodyMessage(whole, equal(all), changed).text).toMatch(/equal to the preview at that time\.$/);
  });

  it('is nothing where nothing was written', () => {
    expect(sent(exchangeWith()).text).toMatch(/Nothing was written/);
  });
});
