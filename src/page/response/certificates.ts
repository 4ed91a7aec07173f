/** A server's certificates as a person reads them. Names are as they have them, unchecked. */

import { failures, isCertificateProblem } from '../../upload/failures.ts';
import type { CertificateFacts } from '../../upload/protocol.ts';
import { plural } from '../components/format.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { serverOf } from '../state/accepted-certificates.ts';

export type { CertificateFacts };

/** Days before the end at which it is worth a warning: authorities renew at 30. */
const soon = 21;
const day = 24 * 3600 * 1000;

export interface Validity {
  readonly text: string;
  readonly tone: 'good' | 'soon' | 'bad';
}

/** `now`: milliseconds since the epoch. */
export function validityOf({ validFrom, validTo }: CertificateFacts, now: number): Validity {
  const [from, to] = [Date.parse(validFrom), Date.parse(validTo)];
  if (now < from) return { text: `not valid for another ${days(from - now)}`, tone: 'bad' };
  if (now > to) return { text: `expired ${days(now - to)} ago`, tone: 'bad' };
  if (Number.isNaN(to)) return { text: 'validity unknown', tone: 'bad' };
  return { text: `expires in ${days(to - now)}`, tone: to - now < soon * day ? 'soon' : 'good' };
}

function days(milliseconds: number): string {
  const whole = Math.floor(milliseconds / day);
  return whole === 0 ? 'less than a day' : plural(whole, 'day');
}

/** `2026-12-26 14:00 UTC`; what isn't a date stays as it is. */
export function formatDate(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** A certificate that did not verify and may be accepted for its server. */
export interface CertificateOffer {
  /** `host:port`. */
  readonly server: string;
  readonly chain: readonly [CertificateFacts, ...CertificateFacts[]];
  /** Why it did not verify: `it has expired`. */
  readonly problem: string;
  /** Another one was accepted for this server before. */
  readonly isAnother: boolean;
}

/** Only where the upload failed for its certificate, and that one is known. */
export function certificateOffer({ failure, tls, sent }: Exchange): CertificateOffer | null {
  const server = serverOf(sent.plan);
  const [own, ...others] = tls?.chain ?? [];
  if (failure === null || !isCertificateProblem(failure.code) || server === null || own === undefined) {
    return null;
  }
  const before = sent.acceptCertificate;
  return {
    server,
    chain: [own, ...others],
    problem: failures[failure.code].certificate,
    isAnother: before !== undefined && before !== own.fingerprint,
  };
}
