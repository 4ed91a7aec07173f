/** What is known of the file behind the Account XML: its name, what was last saved, how it was encoded. */
import type { Diagnostic } from '../../core/source/diagnostics.ts';

export interface AccountDocument {
  /** Tells one document from the next of this session. */
  readonly id: number;
  /** Name of its file; null while it has none. */
  readonly name: string | null;
  /** Its text as last opened or saved; null where that is not known any more (after a reload). */
  readonly savedXml: string | null;
  /** The file was not UTF-8 (ACC-1). */
  readonly encoding: Diagnostic | null;
  /** What the demo server's picker has put aside (own-server.ts); it may be of another version. */
  readonly aside: readonly unknown[];
}

/** A text at which one document took the place of another: there undo changes the document too. */
export interface Changeover {
  readonly xml: string;
  readonly document: AccountDocument;
}

/** Its text can be long, and nobody undoes so many documents. */
const maxChangeovers = 6;

interface Documented {
  readonly xml: string;
  readonly document: AccountDocument;
  readonly changeovers: readonly Changeover[];
}

export function newDocument(xml: string): AccountDocument {
  return { id: 0, name: null, savedXml: xml, encoding: null, aside: [] };
}

export function isUnsaved({ xml, document }: Pick<Documented, 'xml' | 'document'>): boolean {
  return xml !== document.savedXml;
}

/** Another document takes the place of the present one; as it was saved, where nothing else is said. */
export function changeDocument(
  before: Documented,
  xml: string,
  file: Pick<AccountDocument, 'name' | 'encoding'> & Partial<AccountDocument>,
): Documented {
  const id = 1 + Math.max(before.document.id, ...before.changeovers.map((one) => one.document.id));
  const document = { savedXml: xml, aside: [], ...file, id };
  const ends = [
    { xml: before.xml, document: before.document },
    { xml, document },
  ];
  return { xml, document, changeovers: [...before.changeovers, ...ends].slice(-maxChangeovers) };
}

/** An edit; one that undoes or redoes a change of documents brings back the document as well. */
export function editDocument(before: Documented, xml: string): Pick<Documented, 'xml' | 'document'> {
  const known = before.changeovers.findLast((one) => one.xml === xml);
  return {
    xml,
    document: known && known.document.id !== before.document.id ? known.document : before.document,
  };
}

/** Saved as UTF-8 under this name. */
export function saveDocument({ xml, document, changeovers }: Documented, name: string): Documented {
  // What was UTF-16 is UTF-8 now; characters that were lost on reading stay lost.
  const encoding = xml.includes('\uFFFD') ? document.encoding : null;
  const saved = { ...document, name, savedXml: xml, encoding };
  const update = (one: Changeover) => (one.document.id === saved.id ? { ...one, document: saved } : one);
  return { xml, document: saved, changeovers: changeovers.map(update) };
}

/** The fault of the encoding at its place in the text as it is now; gone with the last lost character. */
export function encodingDiagnostics({ encoding }: AccountDocument, xml: string): readonly Diagnostic[] {
  if (encoding === null) return [];
  if (encoding.range === undefined || encoding.range.end === 0) return [encoding];
  const at = xml.indexOf('\uFFFD');
  return at < 0 ? [] : [{ ...encoding, range: { start: at, end: at + 1 } }];
}
