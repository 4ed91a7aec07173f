/** Uploads that are repeated, parallel or slow. */
import type { UploadScenario } from '../definition.ts';
import { plainClip, plainPhoto, plainUpload, withMedia } from './changes.ts';

export const timingScenarios: readonly UploadScenario[] = [
  {
    kind: 'upload',
    name: 'twice',
    group: 'timing',
    title: 'The same photo twice',
    why: 'People send a photo to two friends, or press again after a dead spot.',
    request: 'The same upload again, right after the first one.',
    expected: 'Success both times.',
    failure: 'The server refuses what it has already, or one of the two is lost.',
    rule: 'RES-1',
    sending: 'twice',
    prepare: plainUpload,
    expects: { kind: 'success' },
  },
  {
    kind: 'upload',
    name: 'together',
    group: 'timing',
    title: 'Two at once',
    why: 'A server that uses one file for both, or takes one upload of an account at a time, mixes them up.',
    request: 'A photo and a clip at the same time.',
    expected: 'Success for both, and each media_url gives its own file.',
    failure: 'The server mixes up parallel uploads, or refuses one.',
    rule: 'RES-1',
    sending: 'together',
    prepare: (session, number) => withMedia(session, number === 0 ? plainPhoto : plainClip),
    expects: { kind: 'success' },
  },
  {
    kind: 'upload',
    name: 'slow',
    group: 'timing',
    title: 'A slow upload',
    why: 'Phones send from trains and cellars. Proxies cut what takes long, or wait for all of it.',
    request: 'A photo of 48 KB that takes 8 seconds.',
    expected: 'Success, after as long as it takes.',
    failure: 'A timeout for the body is short: see client_body_timeout (nginx), RequestReadTimeout (Apache).',
    rule: 'RES-1',
    sending: 'slowly',
    prepare: plainUpload,
    expects: { kind: 'success' },
  },
];
