import { describe, expect, it, vi } from 'vitest';
import { askOwnMedia, isOwnMedia } from './own-media.ts';

const origin = 'http://127.0.0.1:5173';
const url = `${origin}/demo/media/abc`;
const never = new AbortController().signal;
const photo = new Blob([new Uint8Array(3_000_000).fill(7)]);

describe('the address of an upload that the demo server keeps', () => {
  it.each([url, `${origin}/demo/media/A-b_9`])('is %s', (address) => {
    expect(isOwnMedia(address, origin)).toBe(true);
  });

  it.each([
    `${origin}/demo/media/`,
    `${origin}/demo/media/../../api/token`,
    `${origin}/demo/media/a?b`,
    `${origin}/demo/media/a%2fb`,
    `${origin}/demo/last`,
    'http://127.0.0.1:51730/demo/media/a',
    'https://127.0.0.1:5173/demo/media/a',
    'http://media.example/demo/media/a',
    '/demo/media/a',
  ])('is not %s', (address) => {
    expect(isOwnMedia(address, origin)).toBe(false);
  });
});

function answer(body: BodyInit, type: string, status = 200) {
  return () => Promise.resolve(new Response(body, { status, headers: { 'Content-Type': type } }));
}

describe('asking for it', () => {
  it('gives the picture or the clip, and whether it is what was sent', async () => {
    const same = await askOwnMedia(url, photo, never, answer(photo, 'image/jpeg'));
    expect(same).toMatchObject({ kind: 'picture', isSame: true });
    const other = new Uint8Array(3_000_000).fill(7);
    other[2_999_999] = 8;
    const changed = await askOwnMedia(url, photo, never, answer(other, 'video/mp4'));
    expect(changed).toMatchObject({ kind: 'clip', isSame: false });
    const shorter = await askOwnMedia(url, photo, never, answer('x', 'image/jpeg'));
    expect(shorter).toMatchObject({ isSame: false });
    expect(await askOwnMedia(url, null, never, answer('x', 'image/jpeg'))).toMatchObject({ isSame: null });
  });

  it.each([
    ['is no picture', answer('GIF?', 'application/octet-stream'), 'no preview'],
    ['is gone', answer('', 'text/plain', 404), 'no longer has it'],
    ['is refused', answer('', 'text/plain', 403), 'answered 403'],
    ['can’t be had', () => Promise.reject(new TypeError('Failed to fetch')), 'could not be asked'],
    [
      'is said to be endless',
      () =>
        Promise.resolve(
          new Response('x', { headers: { 'Content-Type': 'image/jpeg', 'Content-Length': '99999999999' } }),
        ),
      'Too large',
    ],
  ])('says so where it %s', async (_, ask, text) => {
    const found = await askOwnMedia(url, photo, never, ask);
    expect(found).toEqual({ kind: 'fault', text: expect.stringContaining(text) });
  });

  it('does not wait for ever', async () => {
    vi.useFakeTimers();
    try {
      const found = askOwnMedia(
        url,
        photo,
        never,
        (_, init) =>
          new Promise((_resolve, reject) => {
            init?.signal?.addEventListener('abort', () => reject(new Error('aborted')));
          }),
      );
      await vi.advanceTimersByTimeAsync(20_000);
      expect(await found).toEqual({ kind: 'fault', text: expect.stringContaining('within 20 seconds') });
    } finally {
      vi.useRealTimers();
    }
  });
});
