/** What a receiver has to know of a request: all of it is in the plan of the request. */
import type { Assumptions } from '../core/assumptions.ts';
import type { BuiltRequest } from '../core/build-request.ts';
import type { PlannedHeader, RequestPlan } from '../core/request/plan.ts';
import type { Origin } from '../core/source/provenance.ts';

/** Where a value arrives: in a part of the body, or in the query of the URL. */
export interface Place {
  readonly kind: 'part' | 'query';
  readonly name: string;
}

export type Login =
  | { readonly kind: 'none' }
  | { readonly kind: 'digest' }
  | { readonly kind: 'basic' }
  /** A header with a token behind `prefix`, such as `Bearer `. */
  | { readonly kind: 'token'; readonly header: string; readonly prefix: string }
  | {
      readonly kind: 'fields';
      readonly username: Place | null;
      readonly password: Place;
      /** The field has the lower-case hex SHA-1 of the password (TPL-3). */
      readonly isHashed: boolean;
    };

export interface ReceiverFacts {
  readonly method: 'POST' | 'PUT';
  /** A regular expression for the path: what parameters put into it may be anything. */
  readonly path: string;
  readonly filePart: string;
  /** The other parts, each name once, without those of the login. */
  readonly textParts: readonly string[];
  readonly login: Login;
  /** What the receiver can't do, or its owner should know. */
  readonly notes: readonly string[];
}

/** Null where no request can be built, or none of its parts has the media. */
export function receiverFacts({ request, inputs }: BuiltRequest): ReceiverFacts | null {
  const file = request?.parts.find(({ isFile }) => isFile);
  if (!request || file === undefined) return null;
  const login = loginOf(request);
  const ofLogin = login.kind === 'fields' ? [login.username, login.password] : [];
  const names = request.parts
    .filter(
      ({ name, isFile }) =>
        !isFile && !ofLogin.some((place) => place?.kind === 'part' && place.name === name),
    )
    .map(({ name }) => name);
  return {
    method: request.method,
    path: pathPattern(request),
    filePart: file.name,
    textParts: [...new Set(names)],
    login,
    notes: notesOn(request, login, file.name, inputs.assumptions),
  };
}

/** In the syntax that PCRE, JavaScript, Python and Go share. */
function pathPattern({ targetPieces }: RequestPlan): string {
  let pattern = '';
  for (const { text, origin } of targetPieces) {
    const [path = '', query] = text.split(/\?(.*)/s);
    pattern += origin.kind === 'parameter' ? '[^/]*' : path.replaceAll(/[\\^$.|?*+()[\]{}~]/g, '\\$&');
    if (query !== undefined) break;
  }
  return pattern;
}

function loginOf(plan: RequestPlan): Login {
  if (plan.credentials !== null) return { kind: 'digest' };
  const header = plan.headers.find(isLoginHeader);
  if (header) {
    const [, scheme = ''] = /^([\w-]+ +)?/.exec(header.value) ?? [];
    if (header.name.toLowerCase() !== 'authorization')
      return { kind: 'token', header: header.name, prefix: '' };
    return /^basic /i.test(scheme)
      ? { kind: 'basic' }
      : { kind: 'token', header: header.name, prefix: scheme };
  }
  const values = valuesIn(plan);
  const password = values.find(({ origin }) => passwordIn(origin) && !isMasked(origin));
  if (password === undefined) return { kind: 'none' };
  const username = values.find(({ origin }) => parameterOf(origin) === 'account[username]');
  return {
    kind: 'fields',
    username: username?.place ?? null,
    password: password.place,
    isHashed: parameterOf(password.origin)?.startsWith('sha1(') ?? false,
  };
}

function isLoginHeader({ name, pieces, origin }: PlannedHeader): boolean {
  if (origin.kind === 'client') return false;
  const holdsSecret = pieces.some(
    (piece) => piece.origin.kind === 'parameter' && piece.origin.secret === true,
  );
  return holdsSecret || /^authorization$|token|api-?key|secret/i.test(name);
}

const parameterOf = (origin: Origin) => (origin.kind === 'parameter' ? origin.parameter : undefined);
const isMasked = (origin: Origin) => origin.kind === 'parameter' && origin.masked === true;

/** `account[password]`, and the SHA-1 of that alone. */
function passwordIn(origin: Origin): boolean {
  return /^(?:account\[(?:cloud_)?password\]|sha1\(%account\[(?:cloud_)?password\]%\))$/.test(
    parameterOf(origin) ?? '',
  );
}

/** Values that are one parameter and nothing else, the body's first: those of a URL end up in logs. */
function valuesIn(plan: RequestPlan): readonly { readonly place: Place; readonly origin: Origin }[] {
  const inParts = plan.parts.flatMap(({ name }, index) => {
    const pieces = plan.body.filter(
      (one) => one.kind === 'bytes' && one.part === index && one.role === 'value',
    );
    const [only, ...others] = pieces.filter((one) => one.kind === 'bytes' && one.bytes.length > 0);
    if (only?.kind !== 'bytes' || others.length > 0) return [];
    return [{ place: { kind: 'part', name } as const, origin: only.origin }];
  });
  let at = 0;
  const inQuery = plan.targetPieces.flatMap(({ text, origin }) => {
    const [before, after] = [plan.target.slice(0, at), plan.target.slice(at + text.length)];
    at += text.length;
    const name = /\?(?:.*&)?([^=&]*)=$/s.exec(before)?.[1];
    if (name === undefined || !/^(?:&|$)/.test(after)) return [];
    return [{ place: { kind: 'query', name } as const, origin }];
  });
  return [...inParts, ...inQuery];
}

function notesOn(
  plan: RequestPlan,
  login: Login,
  filePart: string,
  assumptions: Assumptions,
): readonly string[] {
  const values = valuesIn(plan);
  const inQuery = login.kind === 'fields' && login.password.kind === 'query';
  const has = (test: (name: string) => boolean) => plan.parts.some(({ name }) => test(name));
  const isTwice = new Set(plan.parts.map(({ name }) => name)).size < plan.parts.length;
  const notes: readonly (readonly [boolean, string])[] = [
    [
      login.kind === 'none' && values.some(({ origin }) => passwordIn(origin) && isMasked(origin)),
      'The URL is not https, so the app sends asterisks in the place of the password (TPL-6): no login is checked. Use https, then make this server anew.',
    ],
    [login.kind === 'none', 'Nothing in the request is a login that can be checked: anybody can upload.'],
    [inQuery, 'The password stands in the URL, which servers and proxies write into their logs.'],
    [
      !plan.secure && login.kind !== 'none',
      'The URL is not https: whoever is on the way can read the upload, and all but a Digest login.',
    ],
    [
      assumptions['file-part-blank-line'] === 'literal',
      'The documentation’s empty line stands before the headers of the file part (MP-7): most parsers lose the file then. Leave the assumption file-part-blank-line at omit.',
    ],
    [has((name) => name.includes('\uFFFD')), 'The name of a part is no UTF-8: it will not be recognised.'],
    [isTwice, 'Several parts have the same name: the first counts.'],
    [filePart === '', 'The file part has no name: Go’s parser and others lose it.'],
  ];
  return notes.filter(([applies]) => applies).map(([, text]) => text);
}
