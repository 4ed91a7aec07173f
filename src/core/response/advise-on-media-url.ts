/** What may keep the recipient from opening the media_url that the app took (RES-7). */
import { tryParseUrl } from '../try-parse-url.ts';
import { unreachableHost } from './media-host.ts';
import { advice, quote } from './reasons.ts';
import type { Reason } from './verdict.ts';

const rule = 'RES-7';

export function adviseOnMediaUrl(value: string): readonly Reason[] {
  const url = value.trim();
  const space = adviseOnSpace(value, url);
  const host = hostOf(url);
  if (host === null) {
    // Space inside is reported already, and hides what else there is.
    if (space.length > 0 && /\s/.test(url)) return space;
    const text = `media_url is "${quote(url)}", which is not an absolute http or https URL: the recipient may not be able to open it.`;
    return [...space, advice(rule, text)];
  }
  const unreachable = unreachableHost(host);
  return [
    ...space,
    ...(unreachable === null
      ? []
      : [
          advice(
            rule,
            `The host of media_url, ${quote(host)}, ${unreachable}: no recipient elsewhere can open it. Use a public name.`,
          ),
        ]),
    ...(/^https:/i.test(url)
      ? []
      : [
          advice(
            rule,
            'media_url is plain http: the media travels unencrypted, and some phones refuse it. Use https.',
          ),
        ]),
  ];
}

/** Absolute, and as it stands: a parser would forgive white space and a missing slash. */
function hostOf(url: string): string | null {
  if (!/^https?:\/\/[^/?#]/i.test(url) || /\s/.test(url)) return null;
  return tryParseUrl(url)?.hostname || null;
}

function adviseOnSpace(value: string, url: string): readonly Reason[] {
  const start = value.length - value.trimStart().length;
  const places: readonly (readonly [where: string, text: string])[] = [
    ['before it', value.slice(0, start)],
    ['in it', url],
    ['after it', value.slice(start + url.length)],
  ];
  const found = places.flatMap(([where, text]) => {
    const [first] = /\s/.exec(text) ?? [];
    return first === undefined ? [] : [`${where} (${nameOf(first)})`];
  });
  if (found.length === 0) return [];
  const text = `media_url has white space ${found.join(' and ')}: the app may take it as part of the address. Remove it, or write %20 where it belongs there.`;
  return [advice(rule, text)];
}

function nameOf(space: string): string {
  switch (space) {
    case ' ':
      return 'a space';
    case '\t':
      return 'a tab';
    case '\n':
    case '\r':
      return 'a line break';
    default:
      return `U+${space.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  }
}
