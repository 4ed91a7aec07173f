import { describe, expect, it } from 'vitest';
import { buildFor } from '../../test/build-for-test.ts';
import type { ExchangeAction } from './exchange.ts';
import type { ReplyWorker } from './reply-worker-client.ts';
import { sendUpload } from './xhr-upload.ts';

const { plan } = buildFor({ url: 'http://m.example/up', data: 'f=%media_content%' });

function never(): never {
  throw new Error('not to be called');
}

/** Sends nothing: what is tested ends before there is anything to send. */
function play(media: Parameters<typeof sendUpload>[2]) {
  const actions: ExchangeAction[] = [];
  const abort = new AbortController();
  const worker: ReplyWorker = { send: never, read: never, save: never, close: never, abort: () => {} };
  const sent = { plan: plan ?? never(), startedAt: 0 };
  const done = sendUpload(worker, sent, media, (action) => actions.push(action), abort.signal);
  return { actions, abort, done };
}

describe('an upload from the page', () => {
  it('fails where the sample can’t be loaded', async () => {
    const { actions, done } = play(Promise.resolve(null));
    await done;
    expect(actions).toMatchObject([{ type: 'failed', code: 'media-unreadable' }]);
  });

  it('is over as soon as it is cancelled, and sends nothing then', async () => {
    const { actions, abort, done } = play(Promise.resolve({ blob: new Blob(['x']), chosen: null }));
    abort.abort();
    expect(actions).toEqual([{ type: 'failed', code: 'cancelled', detail: '' }]);
    await done;
    expect(actions).toHaveLength(1);
  });
});
