import { describe, expect, it } from 'vitest';
import { buildRequest } from '../../../core/build-request.ts';
import { newSession } from '../../state/session.ts';
import { storable } from '../../state/stored-session.ts';
import { inputsOf, keptUpload } from './kept-uploads.ts';

const summary = {
  version: 1,
  host: 'media.example',
  media: { name: 'clip.mp4', type: 'video/mp4', size: 50_000 },
  result: { kind: 'succeeded', title: 'Upload succeeded', text: '' },
};
const stored = (changes: object = {}) => ({
  id: 'a',
  at: 1,
  bytes: 1,
  name: 'the good one',
  isPinned: false,
  summary: { ...summary, ...changes },
});

describe('an upload of the history', () => {
  it('is known with made media of its kind and size', () => {
    expect(keptUpload(stored())).toMatchObject({
      host: 'media.example',
      passed: true,
      media: { name: 'clip.mp4', made: { kind: 'mp4', size: 50_000 } },
    });
    expect(keptUpload(stored({ media: null }))?.media.made.kind).toBe('jpeg');
  });

  it.each([
    ['failed', false],
    ['no-reply', false],
    ['doubtful', true],
  ])('passed or failed as its verdict was: %s', (kind, passed) => {
    expect(keptUpload(stored({ result: { kind } }))?.passed).toBe(passed);
  });

  it.each([
    ['cancelled', { result: { kind: 'cancelled' } }],
    ['too large to be sent again and again', { media: { ...summary.media, size: 17 * 1024 * 1024 } }],
    ['of another shape', { host: 1 }],
  ])('is left out where it is %s', (_, changes) => {
    expect(keptUpload(stored(changes))).toBeNull();
  });

  it('makes the request that was sent', () => {
    const xml =
      '<account><genericMediaUploadUrl>https://media.example/up</genericMediaUploadUrl><genericMediaUploadMultipartData>to=%to%&amp;file=%media_content%</genericMediaUploadMultipartData></account>';
    const session = newSession({ xml, parameters: { to: '+1' } }, 'kept-boundary');
    const upload = keptUpload(stored());
    const inputs = upload && inputsOf(upload, { session: storable(session) });
    const plan = inputs && buildRequest(inputs).request;
    expect(plan).toMatchObject({ host: 'media.example', fileName: 'clip.mp4', mediaType: 'video/mp4' });
    expect(plan?.boundary).toBe('kept-boundary');
  });

  it.each([[{}], [null], [{ session: { xml: 1 } }]])('makes none where it can’t be read: %j', (details) => {
    const upload = keptUpload(stored());
    expect(upload && inputsOf(upload, details)).toBeNull();
  });
});
