/** A link or a session file as a session of the page, and the other way round. Loaded when one is opened or made. */
import { withAssumptions } from '../../../core/assumptions.ts';
import { readLink } from '../../../links/links.ts';
import { applyPrefill } from '../../../links/prefill.ts';
import { readSessionFile } from '../../../links/session-file.ts';
import { noMedia, type ReadShared, type SharedSession } from '../../../links/shared-session.ts';
import { isSampleId, samples } from '../../media/samples.ts';
import { leaveTabDraft } from '../../storage/tab-draft.ts';
import { changedAssumptions, newSession, type Session } from '../session.ts';
import { randomBoundary } from '../session-provider.tsx';
import { keepWork } from './keep-work.ts';

export type Opened =
  | { readonly kind: 'session'; readonly session: Session; readonly text: string }
  /** What is there stays. */
  | { readonly kind: 'fault'; readonly text: string };

/** `present`: what a link without an Account XML of its own is put on. */
export function openLink(address: string, present: Session): Opened {
  const read = readLink(address);
  switch (read.kind) {
    case 'fault':
      return { kind: 'fault', text: `${read.fault.text} Your session is as it was.` };
    case 'session':
      return opened(read, 'Opened from a link; nothing was sent.');
    case 'prefill':
      return opened(applyPrefill(read, sharedOf(present)), 'Filled in from a link; nothing was sent.');
  }
}

export function openSessionFile(text: string, name: string): Opened {
  const read = readSessionFile(text);
  if (!read.ok) return { kind: 'fault', text: `${read.fault.text} Your session is as it was.` };
  const media = read.chosenFile === null ? '' : ` Choose “${read.chosenFile}” again: media are not in it.`;
  return opened(read, `Opened “${name}”; nothing was sent.${media}`);
}

/** As `useDocument` has them. */
interface Place {
  readonly notify: (notice: { readonly text: string }) => void;
  readonly replaceAll: (session: Session, text: string, onUndo: () => void) => void;
}

/** What is there makes way, is kept as a draft, and can be brought back; or it stays, and it is said why. */
export function show(shared: Opened, { notify, replaceAll }: Place): void {
  if (shared.kind === 'fault') {
    notify({ text: shared.text });
    return;
  }
  keepWork();
  // What comes after an undo must not be written over it.
  replaceAll(shared.session, shared.text, leaveTabDraft);
}

function opened({ session: shared, faults }: ReadShared, what: string): Opened {
  const { xml, parameters, account, locale, media } = shared;
  const { example } = media;
  const sample = example !== null && isSampleId(example) ? example : null;
  const session: Session = {
    ...newSession({ xml, parameters }, randomBoundary()),
    assumptions: withAssumptions(shared.assumptions),
    account,
    locale,
    fileName: media.name,
    mediaType: media.type,
    sample: sample ?? 'photo',
    sampleChosen: sample !== null,
  };
  const unknown = example !== null && sample === null ? [noSuchExample] : [];
  return { kind: 'session', session, text: [what, ...hintAtBlanks(shared), ...faults, ...unknown].join(' ') };
}

const noSuchExample = `It has example media that are not here: there are ${Object.keys(samples).join(', ')}.`;

/** What was left out has a word in its place, which would be sent as it is. */
const blank =
  /(?<![\w-])(?:[A-Z0-9]+_)*(?:PASSWORD|TOKEN|KEY|SECRET|AUTHORIZATION|USER_INFO|COOKIE)(?:_\d+)?(?![\w-])/;

function hintAtBlanks({ xml, parameters }: SharedSession): readonly string[] {
  const word = [xml, ...Object.values(parameters)].map((text) => blank.exec(text)?.[0]).find(Boolean);
  return word === undefined ? [] : [`Put your own in the place of ${word}: what is secret was left out.`];
}

/** As it is in the page now; of media the bundled ones by their name, and nothing of a file of one's own. */
export function sharedOf(session: Session, xml = session.xml): SharedSession {
  const { parameters, assumptions, account, locale, sample, sampleChosen, chosenFile } = session;
  const changed = changedAssumptions(assumptions).map((id) => [id, assumptions[id]] as const);
  const example = sampleChosen || sample !== 'photo' ? sample : null;
  return {
    xml,
    parameters,
    assumptions: Object.fromEntries(changed),
    account,
    locale,
    media: chosenFile === null ? { example, name: session.fileName, type: session.mediaType } : noMedia,
  };
}
