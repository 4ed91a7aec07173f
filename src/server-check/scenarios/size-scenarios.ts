/** Sizes at which servers stop, as they count: 1 MB is 1 048 576 bytes. */
import type { UploadScenario } from '../definition.ts';
import { tinySize } from '../media/made-media.ts';
import { withMedia } from './changes.ts';

const megabyte = 1024 * 1024;

interface Size {
  readonly name: string;
  readonly title: string;
  readonly why: string;
  readonly size: number;
  readonly failure: string;
  readonly onlyAsked?: true;
}

const sizes: readonly Size[] = [
  {
    name: 'size-tiny',
    title: 'A tiny photo',
    why: 'Some servers take a file of a few bytes for a broken one.',
    size: tinySize.jpeg,
    failure: 'The server refuses small files, or loses them.',
  },
  {
    name: 'size-0-9-mb',
    title: 'A photo of 0.9 MB',
    why: 'Just below the 1 MB that nginx takes by default: a photo of an older phone.',
    size: Math.round(0.9 * megabyte),
    failure: 'There is a limit below 1 MB; most photos are larger.',
  },
  {
    name: 'size-2-1-mb',
    title: 'A photo of 2.1 MB',
    why: 'Above the 1 MB of nginx and the 2 MB of PHP (upload_max_filesize): a usual photo.',
    size: Math.round(2.1 * megabyte),
    failure: 'A limit of nginx (client_max_body_size) or PHP (upload_max_filesize) was left as it came.',
  },
  {
    name: 'size-8-1-mb',
    title: 'A photo of 8.1 MB',
    why: 'Above the 8 MB of PHP (post_max_size): a large photo, or a clip of a few seconds.',
    size: Math.round(8.1 * megabyte),
    failure: 'A limit such as PHP’s post_max_size was left as it came; clips don’t get through.',
  },
  {
    name: 'size-64-mb',
    title: 'A file of 64 MB',
    why: 'A clip of a minute or so.',
    // Of a disk: what fetches it again reads no more than 64 MiB.
    size: 64_000_000,
    failure: 'There is a limit below 64 MB. Say in your error message how much you take.',
    onlyAsked: true,
  },
];

export const sizeScenarios: readonly UploadScenario[] = sizes.map(({ size, ...rest }) => ({
  kind: 'upload',
  group: 'size',
  request: `The request as it is set up, with a JPEG of ${size} bytes.`,
  expected: 'Success, with a media_url that gives the same bytes back.',
  rule: 'HDR-1',
  prepare: (session) => withMedia(session, { kind: 'jpeg', size }),
  expects: { kind: 'success' },
  ...rest,
}));
