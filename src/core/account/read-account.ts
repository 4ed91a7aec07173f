/** An account of the document: its nodes, which one is in effect, and their values (ACC-1 to ACC-5, ACC-7). */
import type { Diagnostic } from '../source/diagnostics.ts';
import { utf8Length } from '../source/utf8-length.ts';
import { ownText, readXml } from '../xml/read-xml.ts';
import { type SourceText, trimSourceText } from '../xml/source-text.ts';
import type { XmlDocument, XmlElement } from '../xml/xml-document.ts';
import { valueInEffect } from './localised-value.ts';
import { removal } from './whole-line.ts';

/** UTF-8 bytes; a longer document is not read (ACC-7). */
export const maxDocumentBytes = 1024 * 1024;

export interface Account {
  readonly element: XmlElement;
  /** Direct children by name, the one in effect (ACC-4). */
  readonly nodes: ReadonlyMap<string, XmlElement>;
  /** A node's value (ACC-2, ACC-3); undefined where there is no such node. */
  value(name: string): SourceText | undefined;
  /** As `value`, but undefined also where it is empty: then a key counts as absent (ACC-2). */
  setValue(name: string): SourceText | undefined;
}

export interface ReadAccount {
  readonly account: Account | null;
  /** The root element, whatever its name; null where there is none or nothing was read. */
  readonly root: XmlElement | null;
  /** Titles of all accounts of the document, for a picker. */
  readonly titles: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface AccountChoice {
  /** 1-based. */
  readonly account?: number | undefined;
  readonly locale?: string | undefined;
}

interface Recent {
  readonly text: string;
  readonly account: number;
  readonly locale: string | undefined;
  readonly read: ReadAccount;
}

/** The same text is asked for again: an edit is made of it, read back, shown, built from, and taken back. */
let recent: readonly Recent[] = [];
const recentLimit = 3;

export function readAccount(text: string, { account = 1, locale }: AccountChoice): ReadAccount {
  const known = recent.find((one) => one.account === account && one.locale === locale && one.text === text);
  if (known) return known.read;
  const read = readAnew(text, { account, locale });
  recent = [{ text, account, locale, read }, ...recent].slice(0, recentLimit);
  return read;
}

function readAnew(text: string, choice: AccountChoice): ReadAccount {
  if (isTooLong(text)) {
    const message = 'The document is longer than 1 MiB and is not read: shorten it.';
    return failed([error('ACC-7', message, { start: 0, end: 0 })]);
  }
  const document = readXml(text);
  const diagnostics = documentDiagnostics(text, document);
  const root = document.root;
  if (root === null) {
    const message = 'There is no Account XML here: start with <account> and end with </account>.';
    return failed([...diagnostics, error('ACC-1', message, { start: 0, end: 0 })]);
  }
  const elements = accountElements(root);
  const titles = elements.map((element, index) => titleOf(text, element, index, choice.locale));
  const number = choice.account ?? 1;
  const element = elements[number - 1];
  if (element === undefined) {
    diagnostics.push(
      error('ACC-1', missingAccountMessage(text, root, elements.length, number), root.nameRange),
    );
    return { account: null, root, titles, diagnostics };
  }
  const nodes = nodesInEffect(text, element, diagnostics);
  return { account: accountOf(text, element, nodes, choice.locale), root, titles, diagnostics };
}

function accountOf(
  text: string,
  element: XmlElement,
  nodes: ReadonlyMap<string, XmlElement>,
  locale: string | undefined,
): Account {
  const values = new Map<string, SourceText>();
  const value = (name: string) => {
    const node = nodes.get(name);
    if (node === undefined) return undefined;
    const read = values.get(name) ?? valueInEffect(text, node, locale).value;
    values.set(name, read);
    return read;
  };
  const setValue = (name: string) => {
    const read = value(name);
    return read?.text ? read : undefined;
  };
  return { element, nodes, value, setValue };
}

function accountElements(root: XmlElement): readonly XmlElement[] {
  if (root.name === 'account') return [root];
  return root.name === 'accounts' ? root.children.filter((child) => child.name === 'account') : [];
}

function missingAccountMessage(text: string, root: XmlElement, count: number, number: number): string {
  if (root.name === 'error') {
    const node = root.children.find((child) => child.name === 'message');
    const said = node ? trimSourceText(ownText(text, node)).text : '';
    return `This is an error answer of a provisioning service, not an account${said ? `: ${said}` : '.'}`;
  }
  if (root.name !== 'account' && root.name !== 'accounts') {
    return `The root element is <${root.name}>; in Account XML it is <account>.`;
  }
  if (count === 0) return 'There is no <account> in <accounts>.';
  const held = count === 1 ? 'one account' : `${count} accounts`;
  return `There is no account number ${number}: the document holds ${held}.`;
}

function titleOf(text: string, element: XmlElement, index: number, locale: string | undefined): string {
  for (const name of ['title', 'username']) {
    const node = nodeInEffect(element, name);
    const title = node && valueInEffect(text, node, locale).value.text;
    if (title) return title;
  }
  return `Account ${index + 1}`;
}

/** ACC-4: pairwise in document order the later one wins where its priority is not smaller. */
function nodesInEffect(
  text: string,
  account: XmlElement,
  diagnostics: Diagnostic[],
): Map<string, XmlElement> {
  const nodes = new Map<string, XmlElement>();
  for (const child of account.children) {
    const earlier = nodes.get(child.name);
    const wins = !earlier || outranks(child, earlier);
    if (wins) nodes.set(child.name, child);
    if (!earlier) continue;
    const message = wins
      ? `<${child.name}> stands here again: this one counts, the one before it does not.`
      : `<${child.name}> stands here again: an earlier one of higher priority counts, this one does not.`;
    const fix = removal(text, wins ? earlier : child);
    const title = wins ? 'Remove the one before' : 'Remove this one';
    diagnostics.push({
      rule: 'ACC-4',
      severity: 'warning',
      message,
      range: child.nameRange,
      ...(fix && { fix: { ...fix, title } }),
    });
  }
  return nodes;
}

function nodeInEffect(account: XmlElement, name: string): XmlElement | undefined {
  let inEffect: XmlElement | undefined;
  for (const child of account.children) {
    if (child.name === name && (!inEffect || outranks(child, inEffect))) inEffect = child;
  }
  return inEffect;
}

function outranks(later: XmlElement, earlier: XmlElement): boolean {
  return priority(later) >= priority(earlier);
}

function priority(node: XmlElement): number {
  const value = node.attributes.find((attribute) => attribute.name === 'priority')?.value.trim() ?? '';
  return /^[+-]?[0-9]+$/.test(value) ? Number(value) : 0;
}

function documentDiagnostics(text: string, document: XmlDocument): Diagnostic[] {
  const diagnostics: Diagnostic[] = document.faults.map((fault) => ({
    rule: 'ACC-5',
    severity: 'error',
    ...fault,
  }));
  if (document.moreFaults > 0) {
    const message = `There are ${document.moreFaults} more places that are not well-formed XML.`;
    diagnostics.push({ rule: 'ACC-5', severity: 'error', message });
  }
  if (document.doctype) {
    const message = 'A document type declaration is not processed: remove it.';
    const { entities, range } = document.doctype;
    // One that declares entities may have them in use: without it those would be unknown.
    const edits = entities.size === 0 && text.startsWith('>', range.end - 1) ? [{ range, text: '' }] : null;
    const fix = edits && { title: 'Remove the declaration', edits };
    diagnostics.push({ ...error('ACC-7', message, range), ...(fix && { fix }) });
  }
  const encoding = document.declaredEncoding;
  if (encoding && !/^utf-?8$/i.test(encoding.name)) {
    const message = `Account XML is UTF-8; the document declares ${encoding.name}.`;
    // Where characters were lost, saying UTF-8 would make the loss final.
    const isWhole = !text.includes('\uFFFD');
    const fix = { title: 'Declare UTF-8', edits: [{ range: encoding.range, text: 'UTF-8' }] };
    diagnostics.push({ ...error('ACC-1', message, encoding.range), ...(isWhole && { fix }) });
  }
  return diagnostics;
}

function error(rule: string, message: string, range: { start: number; end: number }): Diagnostic {
  return { rule, severity: 'error', message, range };
}

function failed(diagnostics: readonly Diagnostic[]): ReadAccount {
  return { account: null, root: null, titles: [], diagnostics };
}

function isTooLong(text: string): boolean {
  if (text.length > maxDocumentBytes) return true;
  // A UTF-16 unit is three bytes of UTF-8 at the most.
  return text.length * 3 > maxDocumentBytes && utf8Length(text) > maxDocumentBytes;
}
