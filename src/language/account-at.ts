/** Which account, and which of its nodes, a path of elements goes through (ACC-1, ACC-3). */
import type { ReadDocument } from '../core/build-request.ts';
import type { XmlElement } from '../core/xml/xml-document.ts';
import { isChosen } from './read-document.ts';

/** Elements that hold elements and no value of their own. */
const containers = new Set(['accounts', 'account', 'rewriting', 'rule', 'conditions', 'actions']);

export function isContainer(element: XmlElement): boolean {
  return containers.has(element.name);
}

export interface AccountPath {
  readonly account: XmlElement;
  /** The child of the account that the path goes through. */
  readonly node: XmlElement | null;
  /** What lies below that child. */
  readonly rest: readonly XmlElement[];
}

export function accountPath(path: readonly XmlElement[]): AccountPath | null {
  const at = path[0]?.name === 'accounts' ? 1 : 0;
  const account = path[at];
  if (account?.name !== 'account') return null;
  return { account, node: path[at + 1] ?? null, rest: path.slice(at + 2) };
}

/** The account's node whose value the innermost element of the path holds: itself, or a `<value>` of it. */
export function valueNode(path: readonly XmlElement[]): XmlElement | null {
  const found = accountPath(path);
  if (!found?.node) return null;
  const [inner, ...deeper] = found.rest;
  return inner === undefined || (inner.name === 'value' && deeper.length === 0) ? found.node : null;
}

/** Whether an account has a child of a name, and the names of all. */
export function nodeNames(document: ReadDocument, account: XmlElement): ReadonlySet<string> {
  const nodes = document.account?.nodes;
  if (nodes && isChosen(document.account, account)) return new Set(nodes.keys());
  return new Set(account.children.map((child) => child.name));
}
