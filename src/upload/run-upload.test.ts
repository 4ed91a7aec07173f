import { describe, expect, it } from 'vitest';
import { answerChallenge } from '../core/request/answer-challenge.ts';
import { buildFor } from '../test/build-for-test.ts';
import type { ExchangeAction, ExchangeEvent, Sent } from './exchange.ts';
import { runUpload, type Upload, type UploadIo } from './run-upload.ts';

const { plan } = buildFor({
  url: 'http://m.example/up',
  data: 'f=%media_content%',
  nodes: { genericMediaUploadAuthUsername: 'me', genericMediaUploadAuthPassword: 'secret' },
});
if (plan === null) throw new Error('no plan');

const end: ExchangeEvent = {
  type: 'end',
  at: 9,
  replyBytes: 0,
  truncated: false,
  excess: false,
  trailers: [],
};
function replied(status: number, challenge?: string): ExchangeAction<string> {
  const headers = challenge ? [['WWW-Authenticate', challenge] as const] : [];
  const head: ExchangeEvent = {
    type: 'reply-head',
    at: 5,
    httpVersion: '1.1',
    status,
    statusText: '',
    headers,
    bodyBytesSent: 0,
  };
  return { type: 'events', events: [head, end] };
}

const digest = 'Digest realm="r", nonce="n", qop="auth"';

/** Sends nothing: a test plays the server, and looks at what was sent. */
function play(io: Partial<UploadIo<string>> = {}, planned = plan) {
  const sent: Sent[] = [];
  const reports: ((action: ExchangeAction<string>) => void)[] = [];
  const states: Upload<string>[] = [];
  const abort = new AbortController();
  const done = runUpload(
    planned ?? never(),
    {
      send: (what, report, signal) => {
        sent.push(what);
        reports.push(report);
        signal.addEventListener('abort', () => report({ type: 'failed', code: 'cancelled', detail: '' }));
      },
      loadAnswer: async () => answerChallenge,
      randomNonce: () => 'c0ffee',
      now: () => 7,
      ...io,
    },
    { signal: abort.signal, acceptCertificate: 'AB', onChange: (upload) => states.push(upload) },
  );
  return {
    sent,
    state: () => states.at(-1) ?? never(),
    /** Lets what waits happen, then answers the request that was sent last. */
    answer: async (action: ExchangeAction<string>) => {
      await settled();
      reports.at(-1)?.(action);
      await settled();
    },
    late: (action: ExchangeAction<string>) => reports[0]?.(action),
    cancel: () => abort.abort(),
    done,
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));
function never(): never {
  throw new Error('unreachable');
}

describe('an upload', () => {
  it('is one exchange where no login is asked for', async () => {
    const { answer, state, sent, done } = play();
    expect(state()).toMatchObject({ isRunning: true, exchange: { stage: 'preparing' } });
    await answer(replied(200));
    expect(await done).toBe(state());
    expect(state()).toMatchObject({ isRunning: false, earlier: [], unanswered: null });
    expect(sent).toMatchObject([{ acceptCertificate: 'AB', startedAt: 7 }]);
  });

  it('goes out again as a whole with the answer to a challenge, and keeps both exchanges (HDR-6)', async () => {
    const { answer, state, sent } = play();
    await answer(replied(401, digest));
    expect(state()).toMatchObject({ isRunning: true, exchange: { stage: 'preparing', reply: null } });
    await answer(replied(200));
    const { earlier, exchange, isRunning } = state();
    expect(isRunning).toBe(false);
    expect(earlier).toMatchObject([{ exchange: { reply: { status: 401 } } }]);
    expect(exchange.reply?.status).toBe(200);
    expect(sent.map((one) => one.plan.headers.at(-1)?.name)).toEqual(['Content-Length', 'Authorization']);
    expect(sent[1]).toMatchObject({ acceptCertificate: 'AB' });
  });

  it('takes a stale nonce anew once, and gives up then', async () => {
    const { answer, state, sent } = play();
    await answer(replied(401, digest));
    await answer(replied(401, `${digest}, stale=true`));
    await answer(replied(401, `${digest}, stale=true`));
    expect(sent).toHaveLength(3);
    expect(state()).toMatchObject({ isRunning: false, unanswered: expect.stringContaining('stale again') });
    expect(state().earlier).toHaveLength(2);
  });

  it('says why a challenge is not answered', async () => {
    const { answer, state, sent } = play();
    await answer(replied(401, 'Basic realm="x"'));
    expect(state()).toMatchObject({ isRunning: false, unanswered: expect.stringContaining('Basic') });
    expect(sent).toHaveLength(1);
  });

  it('goes out again with Basic over https, and says how it was answered (HDR-6)', async () => {
    const https = buildFor({
      url: 'https://m.example/up',
      nodes: { genericMediaUploadAuthUsername: 'me', genericMediaUploadAuthPassword: 'secret' },
    }).plan;
    const { answer, state, sent } = play({}, https ?? never());
    await answer(replied(401, 'Basic realm="x"'));
    await answer(replied(401, 'Basic realm="x"'));
    expect(sent).toHaveLength(2);
    expect(sent[1]?.plan.headers.at(-1)?.value).toBe('Basic bWU6c2VjcmV0');
    expect(state().earlier).toMatchObject([{ scheme: 'Basic', text: expect.stringContaining('assumption') }]);
    expect(state()).toMatchObject({
      isRunning: false,
      unanswered: expect.stringContaining('did not take this user name'),
    });
  });

  it('says so where what answers can’t be loaded', async () => {
    const { answer, state } = play({ loadAnswer: () => Promise.reject(new Error('gone')) });
    await answer(replied(401, digest));
    expect(state()).toMatchObject({ isRunning: false, unanswered: expect.stringContaining('not be loaded') });
  });

  it('hears no more of an exchange that is over', async () => {
    const { answer, late, state } = play();
    await answer(replied(401, digest));
    late({ type: 'failed', code: 'internal', detail: 'late' });
    expect(state().exchange.failure).toBeNull();
  });

  it('can be cancelled at any time, and changes no more then', async () => {
    const early = play();
    early.cancel();
    expect(early.state()).toMatchObject({ isRunning: false, exchange: { failure: { code: 'cancelled' } } });
    expect(await early.done).toBe(early.state());

    const { answer, cancel, state } = play();
    await answer(replied(401, digest));
    cancel();
    await answer(replied(200));
    expect(state().exchange.failure?.code).toBe('cancelled');
  });

  it('can be cancelled while the answer to a challenge is being loaded', async () => {
    const { answer, cancel, done, sent } = play({ loadAnswer: () => new Promise(() => {}) });
    await answer(replied(401, digest));
    cancel();
    expect(await done).toMatchObject({ isRunning: false, unanswered: null, earlier: [] });
    expect(sent).toHaveLength(1);
  });

  it('keeps with each exchange what its sender gave for it', async () => {
    const { answer, done } = play();
    await answer({ type: 'prepared', local: 'first' });
    await answer(replied(401, digest));
    await answer({ type: 'prepared', local: 'second' });
    await answer(replied(200));
    const { earlier, exchange } = await done;
    expect([earlier[0]?.exchange.local, exchange.local]).toEqual(['first', 'second']);
  });

  it('fails as its sender does', async () => {
    const { done } = play({ send: () => Promise.reject(new Error('out of memory')) });
    await expect(done).rejects.toThrow('out of memory');
  });
});
