/** What a parameter is, where its value comes from, and every place of the request it affects. */

import { keyEntry } from '../core/account/key-catalogue.ts';
import { multipartDataKey } from '../core/account/service-keys.ts';
import type { BuiltRequest, UsedParameter } from '../core/build-request.ts';
import { isSecretName } from '../core/secrets/secret-names.ts';
import { type Diagnostic, positionLookup, type Range } from '../core/source/diagnostics.ts';
import { dots } from '../core/source/secret-masking.ts';
import {
  accountNodeOf,
  isMaskedPassword,
  mediaContent,
  parameterCatalogue,
  recipient,
  recipientAlias,
} from '../core/template/parameter-catalogue.ts';
import { parseTemplate, type TemplateToken } from '../core/template/template-tokens.ts';
import type { XmlElement } from '../core/xml/xml-document.ts';
import { affectedRows } from './affected-rows.ts';
import { shownValue } from './hover-element.ts';
import type { Hover, HoverRow } from './hovers.ts';
import { explainNode } from './node-catalogue.ts';
import { knownNames } from './read-document.ts';
import { factsAboutParameter } from './service-facts.ts';
import { innermost } from './typed-parameter.ts';
import type { ValueAt } from './value-at.ts';

export interface ParameterPlace {
  /** The node whose template it is. */
  readonly key: string;
  readonly value: ValueAt;
  readonly account: XmlElement;
  readonly built: BuiltRequest;
}

export function hoverParameter(text: string, { key, value, built }: ParameterPlace): Hover | null {
  if (!keyEntry(key)?.isTemplate) return null;
  const isKnown = knownNames(built);
  const token = innermost(parseTemplate(value.text, isKnown), value.at);
  const range = token && value.rangeOf(token.start, token.end);
  if (!token || !range) return null;
  // A parameter inside a call that is not one is explained for itself.
  const isSound = token.kind === 'call' || (token.kind === 'parameter' && isKnown(token.name));
  const near = isSound ? undefined : nearAt(text, built, value);
  if (near) return near;
  switch (token.kind) {
    case 'literal':
      return null;
    case 'call':
      return hoverCall(token, range, built);
    case 'parameter':
      return { range, title: `%${token.name}%`, ...explainParameter(text, token.name, key, range, built) };
  }
}

/** What only looks like a parameter (TPL-12). */
function nearAt(text: string, built: BuiltRequest, value: ValueAt): Hover | undefined {
  const pointed = value.rangeOf(value.at, value.at + 1);
  const near = built.diagnostics.find(({ rule, range }) => {
    return rule === 'TPL-12' && range && pointed && range.start <= pointed.start && pointed.end <= range.end;
  });
  if (!near?.range) return undefined;
  const title = text.slice(near.range.start, near.range.end);
  return { range: near.range, title, paragraphs: [near.message], rows: [standingRow('our choice, TPL-12')] };
}

type Explained = Pick<Hover, 'paragraphs' | 'rows'>;

function explainParameter(
  text: string,
  name: string,
  key: string,
  range: Range,
  built: BuiltRequest,
): Explained {
  const isOwn = Object.hasOwn(built.inputs.parameters, name);
  const affected = affectedRows(built, range, 'typed');
  if (name === mediaContent && !isOwn)
    return {
      paragraphs: [descriptionOf(name)],
      rows: [
        {
          label: 'Value',
          value: `${built.inputs.media.name || 'the media'}, ${built.inputs.media.size} bytes`,
        },
        standingRow(key === multipartDataKey ? 'documented, MP-3' : 'unknown here: TPL-5'),
        ...affected,
      ],
    };
  const unknown = diagnosticAt(built, 'TPL-5', range);
  if (unknown) return { paragraphs: [unknown.message], rows: [standingRow('inferred, TPL-5'), ...affected] };
  const used = built.parameters.find(({ occurrences }) => occurrences.some((one) => isSame(one, range)));
  const effective = used?.name ?? name;
  const masked = diagnosticAt(built, 'TPL-6', range);
  return {
    paragraphs: [
      descriptionOf(effective),
      ...(isOwn ? [] : factsAboutParameter(effective)),
      ...(name === recipientAlias && !isOwn ? [`Read as the recipient, like %${recipient}% (TPL-7).`] : []),
      ...(masked ? [masked.message] : []),
    ],
    rows: [
      ...(used ? valueRows(text, used, built) : [{ label: 'Value', value: 'not part of this request' }]),
      standingRow(standingOf(name, isOwn)),
      ...affected,
    ],
  };
}

function hoverCall(
  token: Extract<TemplateToken, { kind: 'call' }>,
  range: Range,
  built: BuiltRequest,
): Hover {
  const known = token.functionName === 'sha1';
  const what = known
    ? 'The lower-case hex SHA-1 of what stands in it, as UTF-8. The real password counts, with https and without.'
    : `There is no function ${token.functionName}: only %sha1(…)% is known.`;
  return {
    range,
    title: `%${token.functionName}(…)%`,
    paragraphs: [what],
    rows: [standingRow('documented, details our choice: TPL-3'), ...affectedRows(built, range, 'typed')],
  };
}

function valueRows(text: string, used: UsedParameter, built: BuiltRequest): readonly HoverRow[] {
  const { name, source, secret } = used;
  const value: HoverRow = {
    label: 'Value',
    value: used.value === '' ? 'empty' : secret ? dots : shownValue(name, used.value),
  };
  const { rewriting } = built;
  const shaped: HoverRow[] =
    name === recipient && rewriting && rewriting.from !== rewriting.to
      ? [{ label: 'Before number rewriting', value: rewriting.from }]
      : [];
  switch (source.kind) {
    case 'user':
      return [value, ...shaped, { label: 'From', value: 'set beside the test upload' }];
    case 'node': {
      const { line } = positionLookup(text)(source.range.start);
      return [value, { label: 'From', value: `<${accountNodeOf(name)}>, line ${line}`, go: source.range }];
    }
    case 'media':
      return [value, { label: 'From', value: 'the media' }];
    case 'locale':
      return [value, { label: 'From', value: 'the chosen locale' }];
    case 'unset':
      return [value, { label: 'From', value: 'not set: give it a value beside the test upload' }];
  }
}

function descriptionOf(name: string): string {
  const node = accountNodeOf(name);
  if (node !== undefined) {
    const secret = isMaskedPassword(name) ? ' Without https it is sent as asterisks (TPL-6).' : '';
    return `${explainNode(node) ?? `The value of this account's <${node}>.`}${secret}`;
  }
  const known = parameterCatalogue.find((parameter) => parameter.name === name);
  if (known) return known.description;
  return isSecretName(name) ? 'A custom parameter, hidden on screen.' : 'A custom parameter.';
}

function standingOf(name: string, isOwn: boolean): string {
  if (accountNodeOf(name) !== undefined) return 'documented, TPL-2';
  if (name === recipientAlias && !isOwn) return 'inferred, TPL-7';
  const known = parameterCatalogue.find((parameter) => parameter.name === name);
  return `${known?.standing ?? 'documented'}, TPL-1`;
}

function standingRow(value: string): HoverRow {
  return { label: 'Standing', value };
}

function diagnosticAt(built: BuiltRequest, rule: string, range: Range): Diagnostic | undefined {
  return built.diagnostics.find((one) => one.rule === rule && one.range && isSame(one.range, range));
}

function isSame(one: Range, other: Range): boolean {
  return one.start === other.start && one.end === other.end;
}
