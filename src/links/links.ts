/** Links to a session: `#s=V.DATA`, which the playground writes, and `#xml=…`, which others do. */
import { alteredLink, cutLink, type LinkFault, newerVersion, notALink, tooLarge } from './link-faults.ts';
import { decodeV1, encodeV1, mostOfLink } from './link-v1.ts';
import { type Prefill, prefillNames, readPrefill } from './prefill.ts';
import type { ReadShared, SharedSession } from './shared-session.ts';

export type ReadLink =
  | ({ readonly kind: 'session' } & ReadShared)
  | ({ readonly kind: 'prefill' } & Prefill)
  | { readonly kind: 'fault'; readonly fault: LinkFault };

const version = 1;

/** `page` is the playground's address; what it has behind `#` is no part of the link. */
export function linkTo(session: SharedSession, page: string): string {
  return `${page.replace(/#.*$/s, '')}#s=${version}.${encodeV1(session)}`;
}

/** Whether a page that is opened at this address is to open a link. */
export function isLink(address: string): boolean {
  const fragment = fragmentOf(address);
  return (
    /^s=/.test(fragment) ||
    prefillNames.some((name) => fragment.split('&').some((one) => one.startsWith(`${name}=`)))
  );
}

/** An address or what it has behind `#`. Never throws. */
export function readLink(address: string): ReadLink {
  const fragment = fragmentOf(address);
  if (fragment.length > mostOfLink) return { kind: 'fault', fault: tooLarge };
  const [, stated = '', dot = '', data = ''] = /^s=(\d{0,9})(\.?)(.*)$/s.exec(asWritten(fragment)) ?? [];
  if (/^s=/.test(fragment)) return readSession(stated, dot, data);
  if (isLink(address)) return { kind: 'prefill', ...readPrefill(fragment) };
  return { kind: 'fault', fault: notALink };
}

function readSession(stated: string, dot: string, data: string): ReadLink {
  if (Number(stated) > version) return { kind: 'fault', fault: newerVersion('link', Number(stated)) };
  if (stated === '' || dot === '') return { kind: 'fault', fault: data === '' ? cutLink : alteredLink };
  if (Number(stated) !== version || stated !== String(version)) return { kind: 'fault', fault: alteredLink };
  const decoded = decodeV1(data);
  if (!decoded.ok) return { kind: 'fault', fault: decoded.fault };
  return { kind: 'session', session: decoded.session, faults: decoded.faults };
}

function fragmentOf(address: string): string {
  const hash = address.indexOf('#');
  return hash < 0 ? (/^[a-z]+:\/\//i.test(address) ? '' : address) : address.slice(hash + 1);
}

/** Without the white space at which mail programs wrap, and what stands behind a link in a sentence. */
function asWritten(fragment: string): string {
  return fragment.replaceAll(/\s|%20|%0[AaDd]/g, '').replace(/[)\]>"'.,;:!?]+$/, '');
}

/** What a link of this many characters comes through. */
export function fitOf(link: string): 'mail and chat' | 'chat' | 'file' {
  return link.length <= 1800 ? 'mail and chat' : link.length <= 3900 ? 'chat' : 'file';
}
