import { describe, expect, it } from 'vitest';
import { mostCaptured } from '../../capture/captured.ts';
import { readSource } from './read-source.ts';

const upload = [
  'POST /up HTTP/1.1',
  'Host: media.example',
  'Content-Type: multipart/form-data; boundary=B',
  'Content-Length: 57',
  '',
  '--B',
  'Content-Disposition: form-data; name=to',
  '',
  '1',
  '--B--',
  '',
].join('\r\n');
const request = (method: string, url: string, text = '') => ({
  request: {
    method,
    url,
    httpVersion: 'HTTP/1.1',
    headers: text === '' ? [] : [{ name: 'Content-Type', value: 'multipart/form-data; boundary=B' }],
    ...(text !== '' && { postData: { mimeType: 'multipart/form-data; boundary=B', text } }),
  },
});
const har = (...entries: readonly object[]) => new Blob([JSON.stringify({ log: { entries } })]);
const body = upload.slice(upload.indexOf('--B'));

describe('a capture', () => {
  it('of one request is that request', async () => {
    const { chosen, count, entries } = await readSource(new Blob([upload]), null);
    expect(chosen?.capture.request).toMatchObject({ method: 'POST', target: '/up', host: 'media.example' });
    expect({ count, entries }).toEqual({ count: 1, entries: [] });
  });

  it('as a HAR has its only upload picked, else whichever a person picks', async () => {
    const get = request('GET', 'https://media.example/');
    const post = request('POST', 'https://media.example/up', body);
    const read = await readSource(har(get, post), null);
    expect(read).toMatchObject({ count: 2, chosen: { index: 1, capture: { request: { method: 'POST' } } } });
    expect((await readSource(har(post, get, post), null)).chosen).toBeNull();
    expect((await readSource(har(post, get, post), 1)).chosen).toMatchObject({
      index: 1,
      capture: { request: { method: 'GET' } },
    });
  });

  it('as a HAR is read in pieces, wherever they end', async () => {
    const filler = 'a character of two bytes: ž '.repeat(100_000);
    const far = request('POST', 'https://media.example/far', body);
    const { count, chosen } = await readSource(har({ ...far, comment: filler }, { comment: filler }), 0);
    expect(count).toBe(2);
    expect(chosen?.capture.request?.target).toBe('/far');
  });

  it('as curl commands has the only upload picked', async () => {
    const one = `curl -F file=@photo.jpg https://media.example/up`;
    expect(await readSource(new Blob([one]), null)).toMatchObject({ count: 1, chosen: { index: 0 } });
    const several = new Blob([`curl https://media.example/\n${one}`]);
    expect(await readSource(several, null)).toMatchObject({ count: 2, chosen: { index: 1 } });
    const unclear = new Blob([`${one}\n${one}`]);
    expect(await readSource(unclear, null)).toMatchObject({ count: 2, chosen: null });
    expect(await readSource(unclear, 1)).toMatchObject({ chosen: { index: 1 } });
    expect(await readSource(unclear, 2)).toMatchObject({ chosen: null });
  });

  it('that is too large and no HAR is not read', async () => {
    const large = new Blob([upload, new Uint8Array(mostCaptured)]);
    const { chosen } = await readSource(large, null);
    expect(chosen?.capture).toMatchObject({ request: null, faults: [{ code: 'too-large' }] });
  });
});
