/**
 * Expands the tokens of a template (TPL-1 to TPL-7) and keeps account of it: a diagnostic where
 * something is odd, the parameters used, the assumptions touched. What becomes of a value where
 * it stands (TPL-8 to TPL-11) is the business of who asked.
 */
import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Account } from '../account/read-account.ts';
import { multipartDataKey, serviceKeys } from '../account/service-keys.ts';
import type { AssumptionId, Assumptions } from '../assumptions.ts';
import type { Diagnostic, Fix, Range, Severity } from '../source/diagnostics.ts';
import { lastAtOrBefore } from '../source/last-at-or-before.ts';
import type { Origin } from '../source/provenance.ts';
import { sourceFix } from '../xml/source-fix.ts';
import { type SourceText, sourceRange } from '../xml/source-text.ts';
import type { XmlElement } from '../xml/xml-document.ts';
import { type Closest, closestName } from './closest-name.ts';
import { httpsFix } from './https-fix.ts';
import { type NearReading, nearMessage } from './near-message.ts';
import { NearNames } from './near-names.ts';
import { findNearParameters, type NearParameter } from './near-parameters.ts';
import {
  accountNodeOf,
  hashFunction,
  isCatalogueParameter,
  isMaskedPassword,
  isSecret,
  mediaContent,
  parameterCatalogue,
  recipient,
  recipientAlias,
} from './parameter-catalogue.ts';
import { utf8 } from './percent-encoding.ts';
import { parseTemplate, type TemplateToken } from './template-tokens.ts';
import { findUnclosed } from './unclosed-percent.ts';
import type { UsedParameters } from './used-parameters.ts';

/** A key's template with its tokens. */
export interface Template {
  readonly node: string;
  readonly value: SourceText;
  readonly tokens: readonly TemplateToken[];
}

type CallToken = TemplateToken & { readonly kind: 'call' };

/** Characters (UTF-16 units) of values in one request: a short document can ask for gigabytes of them. */
const mostOfValues = 2 * 1024 * 1024;

/** Of a call that may be meant for a node no more is looked at. */
const longestNode = 100;

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

/** The values that the surroundings give, by parameter name. */
export interface GivenValues {
  /** What the user set; takes precedence (TPL-1). */
  readonly own: Readonly<Record<string, string>>;
  /** What the media and the locale give: `media_size`, `content_type`, `locale`. */
  readonly derived: Readonly<Record<string, string>>;
}

export class Expander {
  readonly diagnostics: Diagnostic[] = [];
  readonly touched = new Map<AssumptionId, Range[]>();
  /** Characters of values put in so far, and of the first that found no room. */
  private ofValues = 0;
  private readonly nearParameters = new Map<string, readonly NearParameter[]>();
  private readonly toldAsNear = new Map<string, readonly Range[]>();
  private readonly namesByPlace = new Map<boolean, NearNames>();
  private readonly nearestNames = new Map<string, Closest | undefined>();
  readonly assumptions: Assumptions;
  private readonly account: Account;
  private readonly given: GivenValues;
  private readonly used: UsedParameters;
  /** Whether the expanded URL's scheme is https (TPL-6); settled by expanding the URL first. */
  private readonly secure: boolean;

  constructor(
    account: Account,
    given: GivenValues,
    assumptions: Assumptions,
    secure: boolean,
    used: UsedParameters,
  ) {
    this.account = account;
    this.given = given;
    this.assumptions = assumptions;
    this.secure = secure;
    this.used = used;
  }

  /** Values were left out for want of room: no request can be made of what was expanded. */
  get overflows(): boolean {
    return this.ofValues > mostOfValues;
  }

  /** Whether the URL is https, as far as it can be told. */
  get isSecure(): boolean {
    return this.secure;
  }

  /** The template of a key of the account; undefined where it is absent or empty (ACC-2). */
  template(node: string): Template | undefined {
    const value = this.account.setValue(node);
    return value && { node, value, tokens: parseTemplate(value.text, (name) => this.isKnown(name)) };
  }

  /** The node in effect of a name (ACC-4). */
  node(name: string): XmlElement | undefined {
    return this.account.nodes.get(name);
  }

  range(template: Template, at: { readonly start: number; readonly end: number }): Range {
    return sourceRange(template.value, at.start, at.end);
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
    this.reportNear(template);
    return tokens.map((token) => this.expandToken(template, token, false));
  }

  /** TPL-12: once a template, however many pieces it is expanded in. */
  private reportNear(template: Template): void {
    if (this.nearParameters.has(template.node)) return;
    const { node, value, tokens } = template;
    const near = findNearParameters(value.text, tokens, (name) => this.isKnown(name), this.nearNames(node));
    this.nearParameters.set(node, near);
    this.toldAsNear.set(
      node,
      near.map((one) => this.range(template, one)),
    );
    for (const one of near) {
      const reading: NearReading = {
        node,
        isDecoded: node === multipartDataKey && this.assumptions['multipart-literals'] === 'decode',
        keepsUnknown: this.assumptions['unknown-parameter'] === 'keep',
        literal: value.text.slice(one.literalFrom, one.end),
      };
      const fix = one.isCertain ? parameterFix(template, one, one.name) : undefined;
      const message = nearMessage(written(template, one), one.name, reading);
      this.report('TPL-12', 'warning', message, this.range(template, one), fix);
    }
  }

  /** Whether TPL-12 has said already what is odd about a place. */
  private isNear({ node }: Template, { start, end }: Range): boolean {
    const near = this.nearParameters.get(node) ?? [];
    const last = near[lastAtOrBefore(near.length, (index) => near[index]?.start ?? 0, end - 1)];
    return last !== undefined && last.start < end && start < last.end;
  }

  /** Whether TPL-12 has said already what is odd about a place of a key's value in the document. */
  isToldAsNear(node: string, { start, end }: Range): boolean {
    const told = this.toldAsNear.get(node) ?? [];
    const near = told[lastAtOrBefore(told.length, (index) => told[index]?.start ?? 0, start)];
    return near !== undefined && near.start <= start && end <= near.end;
  }

  /** The media is a parameter in the multipart data only. */
  private nearNames(node: string): NearNames {
    const inParts = node === multipartDataKey;
    const there = this.namesByPlace.get(inParts);
    if (there) return there;
    const names = parameterCatalogue
      .map(({ name }) => name)
      .filter((name) => name !== mediaContent || inParts);
    const made = new NearNames([...names, ...Object.keys(this.given.own)], this.account.nodes);
    this.namesByPlace.set(inParts, made);
    return made;
  }

  private expandToken(template: Template, token: TemplateToken, inCall: boolean): Expanded {
    switch (token.kind) {
      case 'literal': {
        this.reportUnclosed(template, token);
        const origin: Origin = { kind: 'literal', node: template.node, range: this.range(template, token) };
        return { text: written(template, token), role: 'literal', token, origin };
      }
      case 'parameter':
        return this.expandParameter(template, token, token.name, inCall);
      case 'call':
        return this.expandCall(template, token);
    }
  }

  private expandParameter(template: Template, token: TemplateToken, name: string, inCall: boolean): Expanded {
    const range = this.range(template, token);
    if (!this.isKnown(name)) return this.expandUnknown(template, token, name, range, inCall);
    let effective = name;
    if (name === recipientAlias && !this.isOwn(name)) {
      this.touch('sms-to', range);
      const fix = parameterFix(template, token, recipient);
      const message = `%${name}% is not in this service's list of parameters; it is read as the recipient, %${recipient}%.`;
      this.report('TPL-7', 'warning', message, range, fix);
      effective = recipient;
    }
    const { text: value, valueRange } = this.valueOf(template, token, effective);
    const text = this.hasRoomFor(value, range) ? value : '';
    const secret = isSecret(effective);
    this.used.add(effective, text, range);
    const base = { kind: 'parameter', node: template.node, range, parameter: effective } as const;
    const origin: Origin = { ...base, ...(valueRange && { valueRange }), ...(secret && { secret }) };
    if (isMaskedPassword(effective) && !inCall && text !== '' && !this.secure) {
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
    if (this.isOwn(name)) return { text: this.given.own[name] ?? '' };
    const node = accountNodeOf(name);
    if (node === undefined) return { text: this.given.derived[name] ?? '' };
    // An empty key of this service counts as absent (ACC-2).
    const value = serviceKeys.includes(node) ? this.account.setValue(node) : this.account.value(node);
    if (value) return { text: value.text, valueRange: sourceRange(value, 0, value.text.length) };
    const near = this.nearest(node, () => closestName(node, this.account.nodes.keys(), 2))?.name;
    const hint = near ? ` Did you mean %account[${near}]%?` : ' It is empty.';
    const fix = near === undefined ? undefined : parameterFix(template, token, `account[${near}]`);
    const message = `The account has no <${node}>.${hint}`;
    this.report('TPL-2', 'warning', message, this.range(template, token), fix);
    return { text: '' };
  }

  /** TPL-5. */
  private expandUnknown(
    template: Template,
    token: TemplateToken,
    name: string,
    range: Range,
    inCall: boolean,
  ): Expanded {
    this.touch('unknown-parameter', range);
    if (name === recipientAlias) this.touch('sms-to', range);
    this.reportUnknown(template, token, name, inCall);
    const origin: Origin = { kind: 'parameter', node: template.node, range, parameter: name };
    const text = this.assumptions['unknown-parameter'] === 'keep' ? written(template, token) : '';
    return { text, role: 'as-is', token, origin };
  }

  private reportUnknown(template: Template, token: TemplateToken, name: string, inCall: boolean): void {
    if (this.isNear(template, token)) return;
    const { node } = template;
    const range = this.range(template, token);
    const fate = this.assumptions['unknown-parameter'] === 'keep' ? 'sent literally' : 'sent empty';
    if (name === mediaContent) {
      const where = inCall
        ? 'not inside a call'
        : "only as a part's value in genericMediaUploadMultipartData";
      this.report('TPL-5', 'warning', `%${name}% is a parameter ${where}: here it is ${fate}.`, range);
      return;
    }
    const nearest = this.nearest(`%${node} ${name}`, () => this.nearestParameter(name, node));
    const message = `Unknown parameter %${name}%: ${fate}. Did you mean %${nearest?.name ?? recipient}%?`;
    const fix =
      nearest && isSurelyMeant(name, nearest) ? parameterFix(template, token, nearest.name) : undefined;
    this.report('TPL-5', 'warning', message, range, fix);
  }

  /** Looked for once a name: a document may hold the same mistake a thousand times. */
  private nearest(key: string, find: () => Closest | undefined): Closest | undefined {
    if (!this.nearestNames.has(key)) this.nearestNames.set(key, find());
    return this.nearestNames.get(key);
  }

  private nearestParameter(name: string, node: string): Closest | undefined {
    const inParts = node === multipartDataKey;
    const names = parameterCatalogue.map((parameter) => parameter.name);
    const candidates = names.filter((known) => known !== mediaContent || inParts);
    const nearest = closestName(name, [...candidates, ...Object.keys(this.given.own)]);
    const nearestNode = closestName(name, this.account.nodes.keys(), 1);
    if (nearestNode && nearestNode.distance < (nearest?.distance ?? Number.POSITIVE_INFINITY)) {
      return { name: `account[${nearestNode.name}]`, distance: nearestNode.distance };
    }
    return nearest;
  }

  /** TPL-3. */
  private expandCall(template: Template, token: CallToken): Expanded {
    const source = written(template, token);
    const base = { kind: 'parameter', node: template.node, range: this.range(template, token) } as const;
    const origin: Origin = { ...base, parameter: source.slice(1, -1) };
    if (token.functionName !== hashFunction) {
      this.reportUnknownFunction(template, token);
      return { text: source, role: 'as-is', token, origin };
    }
    const { text, secret } = this.evaluate(template, token);
    return { text, role: 'value', token, origin: secret ? { ...origin, secret } : origin };
  }

  /** A hash, inner calls first; by a stack of its own, for calls may be nested a thousand deep. */
  private evaluate(template: Template, outermost: CallToken): { text: string; secret: boolean } {
    const open = [{ call: outermost, next: 0, text: '', secret: false }];
    for (;;) {
      const frame = open.at(-1);
      if (frame === undefined) return { text: '', secret: false };
      const inner = frame.call.argument[frame.next++];
      if (inner === undefined) {
        open.pop();
        const text = bytesToHex(sha1(utf8(frame.text)));
        const outer = open.at(-1);
        if (outer === undefined) return { text, secret: frame.secret };
        outer.text += text;
        outer.secret ||= frame.secret;
      } else if (inner.kind === 'call' && inner.functionName === hashFunction) {
        open.push({ call: inner, next: 0, text: '', secret: false });
      } else {
        const { text, origin } = this.expandToken(template, inner, true);
        frame.text += text;
        frame.secret ||= origin.kind === 'parameter' && origin.secret === true;
      }
    }
  }

  private reportUnclosed(template: Template, token: TemplateToken): void {
    for (const { rule, start, end, message } of findUnclosed(written(template, token))) {
      const place = { start: token.start + start, end: token.start + end };
      if (this.isNear(template, place)) continue;
      this.report(rule, 'warning', message, this.range(template, place));
    }
  }

  private reportUnknownFunction(template: Template, token: CallToken): void {
    const argument = { start: token.start + token.functionName.length + 2, end: token.end - 2 };
    const isShort = argument.end - argument.start <= longestNode;
    const near = `${token.functionName}[${isShort ? written(template, argument) : ''}]`;
    const node = this.nearNames(template.node).ofAccount(near);
    const hint = node ? ` Did you mean %${node.name}%?` : '';
    const message = `There is no function ${token.functionName}: only %sha1(…)% is known. The call is sent literally.${hint}`;
    const name = { start: token.start + 1, end: token.start + 1 + token.functionName.length };
    const isMeant = token.functionName.toLowerCase() === hashFunction;
    const fix = isMeant ? sourceFix(template.value, name, `Write ${hashFunction}`, hashFunction) : undefined;
    const nodeFix = node?.isCertain ? parameterFix(template, token, node.name) : undefined;
    this.report('TPL-3', 'error', message, this.range(template, token), fix ?? nodeFix);
  }

  private isOwn(name: string): boolean {
    return Object.hasOwn(this.given.own, name);
  }

  private isKnown(name: string): boolean {
    if (this.isOwn(name) || accountNodeOf(name) !== undefined) return true;
    if (name === recipientAlias) return this.assumptions['sms-to'] === 'alias';
    // TPL-5: where it is a parameter, in a part's value, the multipart template sees to it itself.
    return name !== mediaContent && isCatalogueParameter(name);
  }
}

export function written(template: Template, token: { readonly start: number; readonly end: number }): string {
  return template.value.text.slice(token.start, token.end);
}

function parameterFix(template: Template, token: Range, name: string): Fix | undefined {
  return sourceFix(template.value, token, `Write %${name}%`, `%${name}%`);
}

/** Of a short name hardly a letter may differ: `%id%` has nothing of `%to%`, two edits away. */
function isSurelyMeant(name: string, { distance }: Closest): boolean {
  return 2 * distance <= name.length && distance <= Math.max(2, Math.floor(name.length / 3));
}
