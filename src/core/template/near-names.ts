/** Which parameter a name means that is not quite one's (TPL-12). */
import { distance } from 'fastest-levenshtein';
import { recipient, recipientAlias } from './parameter-catalogue.ts';

export interface Meant {
  /** As between percent signs: `to`, `account[username]`. */
  readonly name: string;
  /** Whether nothing else can be meant: only then a fix is offered. */
  readonly isCertain: boolean;
}

/** The names there are: parameters of the service and the user's own, and the account's nodes. */
export class NearNames {
  private readonly parameters: ReadonlySet<string>;
  private readonly nodes: ReadonlyMap<string, unknown>;
  /** By the form without letter case and separators; null where several share one. */
  private readonly parameterForms: ReadonlyMap<string, string | null>;
  private nodeForms: ReadonlyMap<string, string | null> | undefined;

  constructor(parameters: Iterable<string>, nodes: ReadonlyMap<string, unknown>) {
    this.parameters = new Set(parameters);
    this.nodes = nodes;
    this.parameterForms = formsOf(this.parameters);
  }

  /** A parameter of exactly this name. */
  exact(name: string): Meant | undefined {
    if (name === recipientAlias && !this.parameters.has(name)) return { name: recipient, isCertain: true };
    return this.parameters.has(name) ? { name, isCertain: true } : undefined;
  }

  /** What stands between the signs of a would-be parameter, brackets and quotes around it aside. */
  anyForm(inner: string): Meant | undefined {
    const bare = stripped(inner);
    const form = plainForm(bare);
    const parameter = form === '' ? undefined : (this.exact(bare)?.name ?? this.parameterForms.get(form));
    if (parameter) return { name: parameter, isCertain: true };
    return this.ofAccount(bare) ?? this.node(bare);
  }

  /** `Account[username]`, `account.username`, `account{username}` and their like. */
  ofAccount(inner: string): Meant | undefined {
    const [, word = '', separator = '', rest = ''] = accountForm.exec(inner) ?? [];
    const name = stripped(rest);
    const node = name === '' ? undefined : this.node(name);
    if (separator === '' || (!node && !nodeName.test(name))) return undefined;
    const edits = distance(word.toLowerCase(), 'account');
    // `amount[…]` is two edits away: too far, unless the node is there.
    if (edits > (node ? 2 : 1)) return undefined;
    return node ?? { name: `account[${name}]`, isCertain: false };
  }

  /** A node of exactly this name. */
  exactNode(name: string): Meant | undefined {
    return this.nodes.has(name) ? this.node(name) : undefined;
  }

  /** A node of this name, whatever its letter case and separators. */
  node(name: string): Meant | undefined {
    this.nodeForms ??= formsOf(this.nodes.keys());
    const node = this.nodes.has(name) ? name : this.nodeForms.get(plainForm(name));
    return node && nodeName.test(node) ? { name: `account[${node}]`, isCertain: true } : undefined;
  }
}

const accountForm = /^([A-Za-z]{5,9})([[({<.:/\-_=>@\s]+)(.+)$/;

/** What a node may be called in a template (TPL-2), brackets of other kinds and quotes aside. */
const nodeName = /^[^[\]%<>&\s(){}"'`]+$/;

function stripped(text: string): string {
  return text.replace(/^[\s[({<"'`]+/, '').replace(/[\s\])}>"'`]+$/, '');
}

function plainForm(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.\s]/g, '');
}

function formsOf(names: Iterable<string>): ReadonlyMap<string, string | null> {
  const forms = new Map<string, string | null>();
  for (const name of names) {
    const form = plainForm(name);
    forms.set(form, forms.has(form) ? null : name);
  }
  return forms;
}
