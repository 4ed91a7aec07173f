/** `media_url`: whether whoever gets the message can open it, and what they get. */
import { parseContentType } from '../../core/response/content-kind.ts';
import { unreachableHost } from '../../core/response/media-host.ts';
import { tryParseUrl } from '../../core/try-parse-url.ts';
import type { Judged, ReplyScenario, SeenUpload } from '../definition.ts';
import { worst } from '../worst.ts';

type JudgeOne = (seen: SeenUpload, url: string) => Judged;

function scenario(
  texts: Pick<ReplyScenario, 'name' | 'title' | 'why' | 'expected' | 'failure'>,
  judge: JudgeOne,
): ReplyScenario {
  return {
    kind: 'reply',
    group: 'reply',
    request: 'Looks at every media_url.',
    rule: 'RES-7',
    about: 'success',
    judge: (seen) => worst(seen.map((one) => judge(one, one.verdict.mediaUrl ?? ''))),
    ...texts,
  };
}

const because = (outcome: Judged['outcome'], text: string): Judged => {
  return { outcome, reasons: [{ rule: 'RES-7', text }] };
};

export const mediaUrlScenarios: readonly ReplyScenario[] = [
  scenario(
    {
      name: 'media-url-absolute',
      title: 'media_url is a whole address',
      why: 'It travels to somebody else’s phone, where nothing completes it.',
      expected: 'An absolute http or https URL without white space.',
      failure: 'The recipient can’t open it.',
    },
    (_, url) =>
      isAbsolute(url)
        ? because('passed', 'Every media_url is an absolute URL.')
        : because('failed', `media_url is “${url.slice(0, 200)}”, which is no absolute http or https URL.`),
  ),
  scenario(
    {
      name: 'media-url-https',
      title: 'media_url is https',
      why: 'Phones of today refuse plain http, and whoever is on the way sees the photo.',
      expected: 'https, unless the server is tried on this computer.',
      failure: 'Some recipients can’t open it.',
    },
    (seen, url) => {
      if (/^https:/i.test(url)) return because('passed', 'Every media_url is https.');
      if (isLocalTry(seen.url, url)) return because('skipped', localTry);
      return because(
        'warning',
        'media_url is plain http: some phones refuse it, and the media travels unencrypted.',
      );
    },
  ),
  scenario(
    {
      name: 'media-url-reachable',
      title: 'media_url can be reached from outside',
      why: 'Behind a proxy, servers often give out the address that they know themselves by.',
      expected: 'A public host name, unless the server is tried on this computer.',
      failure: 'No recipient can open it. Give your server its public address.',
    },
    (seen, url) => {
      const host = isAbsolute(url) ? (tryParseUrl(url)?.hostname ?? '') : '';
      if (host === '') return because('skipped', 'media_url is no absolute URL.');
      const what = unreachableHost(host);
      if (what === null) return because('passed', 'The host of every media_url is a public one.');
      if (isLocalTry(seen.url, url)) return because('skipped', localTry);
      const own = unreachableHost(tryParseUrl(seen.url)?.hostname ?? '') !== null;
      const text = `The host of media_url, ${host}, ${what}.`;
      return own
        ? because('warning', `${text} So is the server’s own: with a public server it must be a public name.`)
        : because('failed', `${text} No recipient elsewhere can open it.`);
    },
  ),
  scenario(
    {
      name: 'media-url-bytes',
      title: 'media_url gives the same bytes',
      why: 'What the recipient opens should be what was sent: whole, and not another one’s.',
      expected: 'The bytes of the upload, without a login.',
      failure: 'Recipients get a broken file, another one, or none.',
    },
    ({ fetched }) => {
      switch (fetched?.arrival) {
        case undefined:
          return because('skipped', 'No file was in the upload.');
        case 'same':
          return because('passed', 'Every media_url gives the uploaded bytes.');
        case 'different':
          return because('failed', fetched.text);
        case 'unknown':
          return because(fetched.isFault ? 'failed' : 'warning', fetched.text);
      }
    },
  ),
  scenario(
    {
      name: 'media-url-type',
      title: 'media_url gives the right type',
      why: 'Phones decide by Content-Type whether they show a photo, play a clip, or offer a download.',
      expected: 'The Content-Type of the upload: image/jpeg or video/mp4.',
      failure: 'The recipient gets a download or a broken picture.',
    },
    ({ fetched, mediaType }) => {
      if (!fetched || fetched.arrival === 'unknown' || mediaType === null)
        return because('skipped', 'Nothing was fetched from media_url.');
      const type = parseContentType(fetched.type ?? '').essence;
      if (type === mediaType) return because('passed', 'Every media_url gives the type that was uploaded.');
      const text = `${mediaType} was uploaded, and media_url gives ${type === '' ? 'no Content-Type' : type}.`;
      return because(type.startsWith('text/') ? 'failed' : 'warning', text);
    },
  ),
];

const localTry = 'Only asked of a server that is not on this computer: this one is being tried here.';

/** Upload and media are on the computer that sends: as is to be expected while somebody tries a server there. */
function isLocalTry(uploadUrl: string, mediaUrl: string): boolean {
  return [uploadUrl, mediaUrl].every((url) => isLoopback(tryParseUrl(url)?.hostname ?? ''));
}

function isLoopback(host: string): boolean {
  return /^(?:(?:.+\.)?localhost\.?|127(?:\.\d+){3}|\[::1\]|\[::ffff:7f[\da-f]{2}:[\da-f]+\])$/.test(host);
}

function isAbsolute(url: string): boolean {
  return /^https?:\/\/[^/?#]/i.test(url) && !/\s/.test(url) && tryParseUrl(url) !== null;
}
