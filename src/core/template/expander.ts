/**
 * Expands the tokens of a template (TPL-1 to TPL-7) and records diagnostics, the parameters used
 * and the assumptions touched. How a value is encoded for its place (TPL-8 to TPL-11) is up to the caller.
 */
import type { Account } from '../account/read-account.ts';
import { serviceKeys } from '../account/service-keys.ts';
import type { AssumptionId, Assumptions } from '../assumptions.ts';
import { isSecretName } from '../secrets/secret-names.ts';
import type { Diagnostic, Fix, Range, Severity } from '../source/diagnostics.ts';
import type { Origin } from '../source/provenance.ts';
import { sourceRange } from '../xml/source-text.ts';
import type { XmlElement } from '../xml/xml-document.ts';
import { type CallToken, evaluateHash } from './evaluate-hash.ts';
import { httpsFix } from './https-fix.ts';
import { KnownNames } from './known-names.ts';
import { NearReports } from './near-reports.ts';
import {
  accountNodeOf,
  hashFunction,
  isMaskedPassword,
  recipient,
  recipientAlias,
} from './parameter-catalogue.ts';
import { parameterFix, rangeIn, type Template, type TemplatePlace, written } from './template.ts';
import { parseTemplate, type TemplateToken } from './template-tokens.ts';
import { findUnclosed } from './unclosed-percent.ts';
import { absentNode, unknownFunction, unknownParameter } from './unknown-reports.ts';
import type { UsedParameters } from './used-parameters.ts';

type ParameterToken = Extract<TemplateToken, { readonly kind: 'parameter' }>;

/** Characters (UTF-16 units) of values in one request: a short document can ask for gigabytes of them. */
const mostOfValues = 2 * 1024 * 1024;

/** A run of expanded text. */
export interface Expanded {
  readonly text: string;
  /**
   * `literal`: typed in the template. `value`: a parameter's value. `as-is`: put in unchanged
   * wherever it stands (asterisks of TPL-6, an unknown parameter of TPL-5, an unknown call).
   */
  readonly role: 'literal' | 'value' | 'as-is';
  readonly token: TemplateToken;
  readonly origin: Origin;
}

/** Values from outside the account, by parameter name. */
export interface GivenValues {
  /** What the user set; takes precedence (TPL-1). */
  readonly own: Readonly<Record<string, string>>;
  /** What the media and the locale give: `media_size`, `content_type`, `locale`. */
  readonly derived: Readonly<Record<string, string>>;
}

export class Expander {
  readonly diagnostics: Diagnostic[] = [];
  readonly touched = new Map<AssumptionId, Range[]>();
  /** Characters of values put in so far, and of the first that did not fit. */
  private ofValues = 0;
  private readonly names: KnownNames;
  private readonly nearReports: NearReports;
  readonly assumptions: Assumptions;
  private readonly account: Account;
  private readonly given: GivenValues;
  private readonly used: UsedParameters;
  /** Whether the expanded URL's scheme is https (TPL-6), as far as that is known: the URL is expanded first. */
  readonly isSecure: boolean;

  constructor(
    account: Account,
    given: GivenValues,
    assumptions: Assumptions,
    isSecure: boolean,
    used: UsedParameters,
  ) {
    this.account = account;
    this.given = given;
    this.assumptions = assumptions;
    this.isSecure = isSecure;
    this.used = used;
    this.names = new KnownNames(given.own, account.nodes, assumptions['sms-to'] === 'alias');
    this.nearReports = new NearReports(this.names, assumptions);
  }

  /** Values were left out because they did not fit: no request is built. */
  get overflows(): boolean {
    return this.ofValues > mostOfValues;
  }

  /** The template of a key of the account; undefined where it is absent or empty (ACC-2). */
  template(node: string): Template | undefined {
    const value = this.account.setValue(node);
    return value && { node, value, tokens: parseTemplate(value.text, (name) => this.names.isKnown(name)) };
  }

  /** The node in effect of a name (ACC-4). */
  node(name: string): XmlElement | undefined {
    return this.account.nodes.get(name);
  }

  range(template: Template, place: TemplatePlace): Range {
    return rangeIn(template, place);
  }

  report(rule: string, severity: Severity, message: string, range: Range, fix?: Fix): void {
    this.diagnostics.push({ rule, severity, message, range, ...(fix && { fix }) });
  }

  touch(id: AssumptionId, range?: Range): void {
    const ranges = this.touched.get(id) ?? [];
    if (range) ranges.push(range);
    this.touched.set(id, ranges);
  }

  expand(template: Template, tokens: readonly TemplateToken[]): Expanded[] {
    this.diagnostics.push(...this.nearReports.of(template));
    return tokens.map((token) => this.expandToken(template, token, false));
  }

  /** Whether TPL-12 reports a place of a key's value in the document. */
  isReportedAsNear(node: string, range: Range): boolean {
    return this.nearReports.coversRange(node, range);
  }

  private expandToken(template: Template, token: TemplateToken, inCall: boolean): Expanded {
    switch (token.kind) {
      case 'literal': {
        this.reportUnclosed(template, token);
        const origin: Origin = { kind: 'literal', node: template.node, range: this.range(template, token) };
        return { text: written(template, token), role: 'literal', token, origin };
      }
      case 'parameter':
        return this.expandParameter(template, token, inCall);
      case 'call':
        return this.expandCall(template, token);
    }
  }

  private expandParameter(template: Template, token: ParameterToken, inCall: boolean): Expanded {
    const { name } = token;
    const range = this.range(template, token);
    if (!this.names.isKnown(name)) return this.expandUnknown(template, token, range, inCall);
    let effective = name;
    if (name === recipientAlias && !this.names.isOwn(name)) {
      this.touch('sms-to', range);
      const fix = parameterFix(template, token, recipient);
      const message = `%${name}% is not in this service's list of parameters; it is read as the recipient, %${recipient}%.`;
      this.report('TPL-7', 'warning', message, range, fix);
      effective = recipient;
    }
    const { text: value, valueRange } = this.valueOf(template, token, effective);
    const text = this.hasRoomFor(value, range) ? value : '';
    const secret = isSecretName(effective);
    this.used.add(effective, text, range);
    const base = { kind: 'parameter', node: template.node, range, parameter: effective } as const;
    const origin: Origin = { ...base, ...(valueRange && { valueRange }), ...(secret && { secret }) };
    if (isMaskedPassword(effective) && !inCall && text !== '' && !this.isSecure) {
      this.touch('http-password', range);
      if (this.assumptions['http-password'] === 'mask') {
        const message = `The URL is not https: %${effective}% is sent as asterisks. Use https, or %sha1(…)%.`;
        this.report('TPL-6', 'warning', message, range, httpsFix(this.account));
        return { text: '********', role: 'as-is', token, origin: { ...origin, masked: true } };
      }
    }
    return { text, role: 'value', token, origin };
  }

  private hasRoomFor(value: string, range: Range): boolean {
    if (this.overflows) return false;
    this.ofValues += value.length;
    if (!this.overflows) return true;
    const message = `With this parameter the values put in come to more than ${mostOfValues / 2 ** 20} MiB: no request is built. Use long values less often.`;
    this.report('ACC-7', 'error', message, range);
    return false;
  }

  private valueOf(
    template: Template,
    token: TemplateToken,
    name: string,
  ): { text: string; valueRange?: Range } {
    if (this.names.isOwn(name)) return { text: this.given.own[name] ?? '' };
    const node = accountNodeOf(name);
    if (node === undefined) return { text: this.given.derived[name] ?? '' };
    // An empty key of this service counts as absent (ACC-2).
    const value = serviceKeys.includes(node) ? this.account.setValue(node) : this.account.value(node);
    if (value) return { text: value.text, valueRange: sourceRange(value, 0, value.text.length) };
    this.diagnostics.push(absentNode(template, token, node, this.names));
    return { text: '' };
  }

  /** TPL-5. */
  private expandUnknown(template: Template, token: ParameterToken, range: Range, inCall: boolean): Expanded {
    const { name } = token;
    const keeps = this.assumptions['unknown-parameter'] === 'keep';
    this.touch('unknown-parameter', range);
    if (name === recipientAlias) this.touch('sms-to', range);
    this.used.addUnknown(name, range);
    if (!this.nearReports.covers(template, token))
      this.diagnostics.push(unknownParameter(template, token, this.names, { keeps, inCall }));
    const origin: Origin = { kind: 'parameter', node: template.node, range, parameter: name };
    const text = keeps ? written(template, token) : '';
    return { text, role: 'as-is', token, origin };
  }

  /** TPL-3. */
  private expandCall(template: Template, token: CallToken): Expanded {
    const source = written(template, token);
    const base = { kind: 'parameter', node: template.node, range: this.range(template, token) } as const;
    const origin = { ...base, parameter: source.slice(1, -1) };
    if (token.functionName !== hashFunction) {
      this.used.addUnknown(origin.parameter, origin.range);
      this.diagnostics.push(unknownFunction(template, token, this.names));
      return { text: source, role: 'as-is', token, origin };
    }
    const { text, secret } = evaluateHash(token, (inner) => {
      const { text, origin } = this.expandToken(template, inner, true);
      return { text, secret: origin.kind === 'parameter' && origin.secret === true };
    });
    return { text, role: 'value', token, origin: secret ? { ...origin, secret } : origin };
  }

  private reportUnclosed(template: Template, token: TemplateToken): void {
    for (const { rule, start, end, message } of findUnclosed(written(template, token))) {
      const place = { start: token.start + start, end: token.start + end };
      if (this.nearReports.covers(template, place)) continue;
      this.report(rule, 'warning', message, this.range(template, place));
    }
  }
}
