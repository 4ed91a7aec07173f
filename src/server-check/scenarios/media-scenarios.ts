/** Photos and clips. */
import type { UploadScenario } from '../definition.ts';
import { hasFilePart, noFilePart, plainClip, plainUpload, withMedia } from './changes.ts';

export const mediaScenarios: readonly UploadScenario[] = [
  {
    kind: 'upload',
    name: 'photo',
    group: 'media',
    title: 'A photo',
    why: 'What users send most. If this fails, look at it first: all others send the same with one thing changed.',
    request: 'The request as it is set up, with a JPEG of 48 KB.',
    expected: 'Success, with a media_url that gives the same bytes back.',
    failure: 'No photo can be sent with this configuration.',
    rule: 'RES-1',
    prepare: plainUpload,
    expects: { kind: 'success' },
  },
  {
    kind: 'upload',
    name: 'clip',
    group: 'media',
    title: 'A clip',
    why: 'The other kind of media that the app sends; servers often have a list of types that they take.',
    request: 'The request as it is set up, with an MP4 of 64 KB as video/mp4.',
    expected: 'Success, with a media_url that gives the same bytes back.',
    failure: 'The server does not take video/mp4, or does not give it back.',
    rule: 'MP-8',
    prepare: (session) => withMedia(session, plainClip),
    expects: { kind: 'success' },
  },
  {
    kind: 'upload',
    name: 'own-file',
    group: 'media',
    title: 'Your own file',
    why: 'The others send made media; this one sends the very file that you chose.',
    request: 'The request as it is set up, with the chosen file.',
    expected: 'Success, with a media_url that gives the same bytes back.',
    failure: 'The server does not take this file, though it may take others.',
    rule: 'MP-3',
    prepare: (session) => {
      if (!hasFilePart(session)) return { inputs: null, why: noFilePart };
      if (session.inputs.media.standIn === true)
        return { inputs: null, why: 'No file of your own is chosen.' };
      return { inputs: session.inputs, media: null };
    },
    expects: { kind: 'success' },
  },
];
