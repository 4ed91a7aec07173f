/**
 * The façade of the core: `buildRequest`. All that the page, the editor and the command line
 * show of a request is derived from this pure function (and of a reply from `judgeResponse`).
 */
import { keyDiagnostics } from './account/key-diagnostics.ts';
import { type Account, readAccount } from './account/read-account.ts';
import { type Rewriting, rewriteNumber } from './account/rewriting.ts';
import { rewritingDiagnostics } from './account/rewriting-diagnostics.ts';
import { urlKey } from './account/service-keys.ts';
import { valueDiagnostics } from './account/value-diagnostics.ts';
import type { AssumptionId, Assumptions } from './assumptions.ts';
import { expandUrl } from './request/expand-url.ts';
import { mediaDiagnostics } from './request/media-diagnostics.ts';
import { typeOfMedia } from './request/media-type.ts';
import { isSecureUrl } from './request/parse-url.ts';
import type { Media, RequestPlan } from './request/plan.ts';
import { planCredentials } from './request/plan-credentials.ts';
import { planRequest } from './request/plan-request.ts';
import { isSecretName } from './secrets/secret-names.ts';
import type { Diagnostic, Range } from './source/diagnostics.ts';
import { Expander, type GivenValues } from './template/expander.ts';
import { accountNodeOf, recipient } from './template/parameter-catalogue.ts';
import { UsedParameters } from './template/used-parameters.ts';
import { withoutEchoes } from './without-echoes.ts';
import { sourceRange } from './xml/source-text.ts';
import type { XmlElement } from './xml/xml-document.ts';

/** The inputs of a session; everything else is derived. */
export interface RequestInputs {
  readonly xml: string;
  /** 1-based, for a document with several accounts (ACC-1). */
  readonly account?: number;
  /** Chosen locale; none by default (ACC-3). */
  readonly locale?: string;
  /** What the user set, by parameter name: `to`, `account[username]`, own ones … */
  readonly parameters: Readonly<Record<string, string>>;
  readonly media: Media;
  readonly assumptions: Assumptions;
  /** Must satisfy `isBoundary`. */
  readonly boundary: string;
}

/** Where a parameter's value comes from, in the order of precedence. */
export type ValueSource =
  | { readonly kind: 'user' }
  | { readonly kind: 'node'; readonly range: Range }
  | { readonly kind: 'media' }
  | { readonly kind: 'locale' }
  | { readonly kind: 'unset' };

/** A parameter that the templates of the request use. */
export interface UsedParameter {
  /** As in `RequestInputs.parameters`: `to`, `account[username]` … */
  readonly name: string;
  readonly value: string;
  readonly source: ValueSource;
  /** A password: hidden on screen by default. */
  readonly secret: boolean;
  /** Every occurrence in the Account XML. */
  readonly occurrences: readonly Range[];
}

/** Written like a parameter or a call, and neither (TPL-3, TPL-5). */
export interface UnknownParameter {
  /** As in `Origin.parameter`. */
  readonly name: string;
  readonly occurrences: readonly Range[];
}

/** An assumption that shaped this request, with the places where it did. */
export interface TouchedAssumption {
  readonly id: AssumptionId;
  readonly ranges: readonly Range[];
}

/** The document as it was read, for those who answer questions about its places. */
export interface ReadDocument {
  readonly root: XmlElement | null;
  /** The chosen account (ACC-1). */
  readonly account: Account | null;
}

export interface BuiltRequest {
  /** Null where no request can be built; a diagnostic of severity error says why. */
  readonly request: RequestPlan | null;
  /** Those with a place first, in document order. */
  readonly diagnostics: readonly Diagnostic[];
  readonly parameters: readonly UsedParameter[];
  readonly unknown: readonly UnknownParameter[];
  readonly touched: readonly TouchedAssumption[];
  /** The accounts the document holds, for a picker. */
  readonly accounts: readonly { readonly title: string }[];
  /** How the account's rules shaped `to`, step by step (REW-4); null where it has none. */
  readonly rewriting: Rewriting | null;
  readonly document: ReadDocument;
  /** What all of this was built from. */
  readonly inputs: RequestInputs;
}

export function buildRequest(inputs: RequestInputs): BuiltRequest {
  const { account, root, titles, diagnostics } = readAccount(inputs.xml, inputs);
  const document = { root, account };
  const accounts = titles.map((title) => ({ title }));
  if (!account)
    return {
      request: null,
      diagnostics: inOrder(diagnostics),
      parameters: [],
      unknown: [],
      touched: [],
      accounts,
      rewriting: null,
      document,
      inputs,
    };
  const found: Diagnostic[] = [
    ...diagnostics,
    ...keyDiagnostics(account, inputs.xml),
    ...valueDiagnostics(account, inputs.xml),
  ];
  const mediaType = typeOfMedia(inputs.media);
  const rewriting = rewriteNumber(
    account,
    inputs.parameters[recipient] ?? '',
    inputs.assumptions['rewriting-order'],
  );
  const given: GivenValues = {
    own: rewriting ? { ...inputs.parameters, [recipient]: rewriting.to } : inputs.parameters,
    derived: { media_size: String(inputs.media.size), content_type: mediaType, locale: inputs.locale ?? '' },
  };
  const used = new UsedParameters();
  const plain = plainUrl(account, given, inputs.assumptions);
  const secure = plain === null || isSecureUrl(plain);
  const expander = new Expander(account, given, inputs.assumptions, secure, used);
  // HDR-6: what is hashed and not sent, or sent over https alone, is not masked.
  const unmasked = new Expander(account, given, inputs.assumptions, true, used);
  const credentials = planCredentials(expander, unmasked);
  const planned = planRequest(account, expander, inputs, mediaType, credentials, found);
  touchOrder(expander, rewriting, used);
  const request = expander.overflows || unmasked.overflows ? null : planned;
  const all = found.concat(
    rewritingDiagnostics(account),
    expander.diagnostics,
    unmasked.diagnostics,
    mediaDiagnostics(inputs.media, mediaType, request),
  );
  return {
    request,
    diagnostics: inOrder(withoutEchoes(all)),
    parameters: used.list().map((entry) => ({
      ...entry,
      source: sourceOf(entry.name, account, inputs),
      secret: isSecretName(entry.name),
    })),
    unknown: used.unknown(),
    touched: Array.from(allTouched(expander, unmasked), ([id, ranges]) => ({ id, ranges })),
    accounts,
    rewriting,
    document,
    inputs,
  };
}

function allTouched(one: Expander, other: Expander): ReadonlyMap<AssumptionId, readonly Range[]> {
  for (const [id, ranges] of other.touched) for (const range of ranges) one.touch(id, range);
  return one.touched;
}

/** REW-3: where the order of actions shaped the recipient, the request is touched wherever that stands. */
function touchOrder(expander: Expander, rewriting: Rewriting | null, used: UsedParameters): void {
  const places = used.list().find(({ name }) => name === recipient)?.occurrences ?? [];
  if (!rewriting || rewriting.orderRanges.length === 0 || places.length === 0) return;
  for (const range of [...rewriting.orderRanges, ...places]) expander.touch('rewriting-order', range);
}

/** The URL with no password masked: all that is wanted of it is its scheme (TPL-6). */
function plainUrl(account: Account, given: GivenValues, assumptions: Assumptions): string | null {
  const silent = new Expander(account, given, assumptions, true, new UsedParameters());
  const template = silent.template(urlKey);
  return template ? expandUrl(silent, template, assumptions['url-encoding'], false).text : null;
}

function sourceOf(name: string, account: Account, { parameters, locale }: RequestInputs): ValueSource {
  if (Object.hasOwn(parameters, name)) return { kind: 'user' };
  const node = accountNodeOf(name);
  const value = node === undefined ? undefined : account.value(node);
  if (value) return { kind: 'node', range: sourceRange(value, 0, value.text.length) };
  if (name === 'media_size' || name === 'content_type') return { kind: 'media' };
  return { kind: name === 'locale' && locale ? 'locale' : 'unset' };
}

/** More problems than a person reads are counted, not listed. */
const maxDiagnostics = 1000;

function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const place = (diagnostic: Diagnostic) => diagnostic.range?.start ?? Number.POSITIVE_INFINITY;
  const sorted = diagnostics.toSorted((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
  const [first, ...others] = sorted.slice(maxDiagnostics);
  if (first === undefined) return sorted;
  const worst = [first, ...others].find((one) => one.severity === 'error') ?? first;
  const message = `There are ${others.length + 1} more problems. Fix the first ones, then look again.`;
  return [...sorted.slice(0, maxDiagnostics), { rule: worst.rule, severity: worst.severity, message }];
}
