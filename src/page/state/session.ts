/**
 * A session: everything that a person has put in. The request, its diagnostics and its
 * provenance are derived from these inputs; nothing derived is kept.
 */
import {
  type AssumptionId,
  type Assumptions,
  assumptionRegistry,
  defaultAssumptions,
} from '../../core/assumptions.ts';
import type { SampleId } from '../media/samples.ts';
import {
  type AccountDocument,
  type Changeover,
  changeDocument,
  editDocument,
  newDocument,
  saveDocument,
} from './account-document.ts';

export interface Session {
  readonly xml: string;
  /** The file behind the Account XML. */
  readonly document: AccountDocument;
  readonly changeovers: readonly Changeover[];
  /** What the person set, by parameter name; a name that is absent has its own source. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly assumptions: Assumptions;
  readonly boundary: string;
  /** Empty: none chosen (ACC-3). */
  readonly locale: string;
  /** 1-based (ACC-1). */
  readonly account: number;
  /** Set by hand; null: the media's own. */
  readonly fileName: string | null;
  readonly mediaType: string | null;
  /** The bundled sample in use while no file is chosen. */
  readonly sample: SampleId;
  /** The sample was chosen and does not merely stand in (MP-10). */
  readonly sampleChosen: boolean;
  /** Name of the chosen file; the file itself does not survive a reload. */
  readonly chosenFile: string | null;
  /** How the Account XML is shown. */
  readonly view: AccountView;
}

export type AccountView = 'xml' | 'form';

export interface ExampleContent {
  readonly xml: string;
  readonly parameters: Readonly<Record<string, string>>;
}

export type SessionAction =
  | { readonly type: 'xml'; readonly xml: string }
  /** A file takes the place of the Account XML. */
  | { readonly type: 'open'; readonly xml: string; readonly file: Pick<AccountDocument, 'name' | 'encoding'> }
  | { readonly type: 'saved'; readonly xml: string; readonly name: string }
  | { readonly type: 'parameter'; readonly name: string; readonly value: string }
  | { readonly type: 'reset-parameter'; readonly name: string }
  | { readonly type: 'assumption'; readonly id: AssumptionId; readonly option: string }
  | { readonly type: 'default-assumptions' }
  | { readonly type: 'boundary'; readonly boundary: string }
  | { readonly type: 'locale'; readonly locale: string }
  | { readonly type: 'account'; readonly account: number }
  | { readonly type: 'file-name'; readonly name: string | null }
  | { readonly type: 'media-type'; readonly mediaType: string | null }
  /** `standsIn`: nobody chose it. */
  | { readonly type: 'sample'; readonly sample: SampleId; readonly standsIn?: boolean }
  | { readonly type: 'file'; readonly name: string }
  | { readonly type: 'aside'; readonly aside: readonly unknown[] }
  | { readonly type: 'view'; readonly view: AccountView }
  | { readonly type: 'example'; readonly example: ExampleContent }
  /** Everything that was put in makes way for another session. */
  | { readonly type: 'replace'; readonly session: Session }
  /** What was replaced is back as it was. */
  | { readonly type: 'back'; readonly session: Session };

export function newSession(example: ExampleContent, boundary: string): Session {
  return {
    xml: example.xml,
    document: newDocument(example.xml),
    changeovers: [],
    parameters: example.parameters,
    assumptions: defaultAssumptions,
    boundary,
    locale: '',
    account: 1,
    fileName: null,
    mediaType: null,
    sample: 'photo',
    sampleChosen: false,
    chosenFile: null,
    view: 'xml',
  };
}

export function changeSession(session: Session, action: SessionAction): Session {
  switch (action.type) {
    case 'xml':
      return action.xml === session.xml ? session : { ...session, ...editDocument(session, action.xml) };
    case 'open':
      return { ...session, ...changeDocument(session, action.xml, action.file), account: 1 };
    case 'saved':
      return action.xml === session.xml ? { ...session, ...saveDocument(session, action.name) } : session;
    case 'parameter':
      return { ...session, parameters: { ...session.parameters, [action.name]: action.value } };
    case 'reset-parameter': {
      const { [action.name]: _, ...parameters } = session.parameters;
      return { ...session, parameters };
    }
    case 'assumption':
      return { ...session, assumptions: { ...session.assumptions, [action.id]: action.option } };
    case 'default-assumptions':
      return { ...session, assumptions: defaultAssumptions };
    case 'boundary':
      return { ...session, boundary: action.boundary };
    case 'locale':
      return { ...session, locale: action.locale };
    case 'account':
      return { ...session, account: action.account };
    case 'file-name':
      return { ...session, fileName: action.name };
    case 'media-type':
      return { ...session, mediaType: action.mediaType };
    case 'sample':
      // A name or type set by hand was meant for the media before.
      return {
        ...session,
        sample: action.sample,
        sampleChosen: action.standsIn !== true,
        chosenFile: null,
        fileName: null,
        mediaType: null,
      };
    case 'file':
      return { ...session, chosenFile: action.name, fileName: null, mediaType: null };
    case 'aside':
      return { ...session, document: { ...session.document, aside: action.aside } };
    case 'view':
      return { ...session, view: action.view };
    case 'example':
      // What the person set stays; the example only fills in what is not set.
      return {
        ...session,
        ...changeDocument(session, action.example.xml, { name: null, encoding: null }),
        parameters: { ...action.example.parameters, ...session.parameters },
        account: 1,
      };
    case 'replace': {
      const { xml, document } = action.session;
      return { ...action.session, ...changeDocument(session, xml, document), view: session.view };
    }
    case 'back':
      // What undo and redo know of the documents holds for what was replaced as well.
      return { ...action.session, changeovers: session.changeovers, view: session.view };
  }
}

const inputs = [
  'xml',
  'parameters',
  'assumptions',
  'boundary',
  'locale',
  'account',
  'fileName',
  'mediaType',
  'sample',
  'sampleChosen',
  'chosenFile',
] as const satisfies readonly (keyof Session)[];

/** Whether the same was put in, however it is shown. */
export function haveSameInputs(one: Session, other: Session): boolean {
  return inputs.every((name) => one[name] === other[name]);
}

export function changedAssumptions(assumptions: Assumptions): AssumptionId[] {
  const ids = assumptionRegistry.map(({ id }) => id);
  return ids.filter((id) => assumptions[id] !== defaultAssumptions[id]);
}
