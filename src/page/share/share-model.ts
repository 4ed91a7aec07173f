/** What the dialog says of a session that is shared. Pure. */
import { assumptionOf } from '../../core/assumptions.ts';
import { positionLookup } from '../../core/source/diagnostics.ts';
import { utf8Length } from '../../core/source/utf8-length.ts';
import { fitOf } from '../../links/links.ts';
import type { SharedSecret } from '../../links/review.ts';
import type { SharedSession } from '../../links/shared-session.ts';
import { formatSize } from '../components/format.ts';
import { isSampleId, samples } from '../media/samples.ts';
import { changedAssumptions, type Session } from '../state/session.ts';

export interface SharedItem {
  readonly name: string;
  readonly value: string;
}

/** All that goes, with secrets as they are in `shared`. */
export function goingItems(session: Session, shared: SharedSession): readonly SharedItem[] {
  const { media } = shared;
  const example = media.example !== null && isSampleId(media.example) ? samples[media.example].title : null;
  return [
    { name: 'Account XML', value: `${formatSize(utf8Length(shared.xml))}, to the byte` },
    ...Object.entries(shared.parameters).map(([name, value]) => ({ name, value: cut(value) })),
    ...changedAssumptions(session.assumptions).map((id) => {
      const { label, options } = assumptionOf(id);
      const chosen = options.find((option) => option.id === session.assumptions[id]);
      return { name: label, value: `… ${chosen?.title ?? session.assumptions[id]}` };
    }),
    ...(shared.account === 1 ? [] : [{ name: 'Account', value: `number ${shared.account}` }]),
    ...(shared.locale === '' ? [] : [{ name: 'Locale', value: shared.locale }]),
    ...(example === null ? [] : [{ name: 'Example media', value: `sample ${example}` }]),
    ...(media.name === null ? [] : [{ name: 'File name', value: media.name }]),
    ...(media.type === null ? [] : [{ name: 'Media type', value: media.type }]),
  ];
}

const most = 120;

function cut(value: string): string {
  return value.length > most ? `${value.slice(0, most)}…` : value === '' ? '(empty)' : value;
}

export interface SecretItem {
  readonly id: string;
  readonly name: string;
  readonly where: string;
  readonly blank: string;
  readonly why: string;
}

export function secretItems(secrets: readonly SharedSecret[], xml: string): readonly SecretItem[] {
  const position = positionLookup(xml);
  return secrets.map(({ id, place, name, blank, why }) => {
    const where = place.kind === 'xml' ? `line ${position(place.offset).line}` : 'a value that you set';
    return { id, name, where, blank, why };
  });
}

export interface Meter {
  readonly text: string;
  readonly tone: 'good' | 'warn' | 'bad';
  /** Of the length at which a file is the better way. */
  readonly share: number;
}

const longest = 3900;

export function meterOf(link: string): Meter {
  const length = `${link.length.toLocaleString('en')} characters`;
  const share = Math.min(1, link.length / longest);
  switch (fitOf(link)) {
    case 'mail and chat':
      return { text: `${length}: fits mail and chat`, tone: 'good', share };
    case 'chat':
      return { text: `${length}: fits chat; mail programs may cut it`, tone: 'warn', share };
    case 'file':
      return { text: `${length}: mail and chat may cut it. Send a file instead`, tone: 'bad', share };
  }
}

/** `acme.xml` gives `acme.session.json`. */
export function sessionFileName(name: string | null): string {
  return `${(name ?? 'media-upload').replace(/\.(?:xml|session\.json)$/i, '')}.session.json`;
}
