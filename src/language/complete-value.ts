/** What may stand in the value of a key, at the cursor. */

import { keyEntry } from '../core/account/key-catalogue.ts';
import {
  customHeadersKey,
  defaultTimeoutSeconds,
  methodKey,
  multipartDataKey,
  timeoutKey,
  urlKey,
} from '../core/account/service-keys.ts';
import type { BuiltRequest, ReadDocument } from '../core/build-request.ts';
import type { XmlElement } from '../core/xml/xml-document.ts';
import { completeHeaders } from './complete-headers.ts';
import { offerParameters } from './complete-parameters.ts';
import { completeParts, partAt } from './complete-parts.ts';
import { type CompletionItem, type Completions, noCompletions } from './completions.ts';
import { knownNames } from './read-document.ts';
import { isInCall, typedParameter } from './typed-parameter.ts';
import type { ValueAt } from './value-at.ts';

export interface ValueQuestion {
  readonly key: string;
  readonly value: ValueAt;
  readonly account: XmlElement;
  readonly document: ReadDocument;
  readonly built: BuiltRequest;
}

export function completeValue(question: ValueQuestion): Completions {
  const { key, value } = question;
  if (key === methodKey) return wholeValue(value, methods);
  if (key === timeoutKey) return wholeValue(value, timeouts);
  if (!keyEntry(key)?.isTemplate) return noCompletions;
  const parameters = completeParameter(question);
  if (parameters) return parameters;
  const isKnown = knownNames(question.built);
  if (isInCall(value.text, value.at, isKnown)) return noCompletions;
  if (key === multipartDataKey) {
    const parts = completeParts(value, isKnown);
    if (parts.items.length > 0) return parts;
  }
  if (key === customHeadersKey) {
    const headers = completeHeaders(value, isKnown);
    if (headers.items.length > 0) return headers;
  }
  if (key === urlKey && value.text.trim() === '') return wholeValue(value, schemes);
  return unasked(question);
}

/** After a `%` that opens a parameter. */
function completeParameter(question: ValueQuestion): Completions | null {
  const { value, built } = question;
  const typed = typedParameter(value.text, value.at, knownNames(built));
  const replace = typed && value.rangeOf(typed.start, typed.end);
  if (!typed || !replace) return null;
  return { replace, ...parametersFor(question, value.text.slice(typed.start, value.at)) };
}

/** Where nothing is being typed every parameter may stand. */
function unasked(question: ValueQuestion): Completions {
  const { at, text } = question.value;
  const replace = question.value.rangeOf(at, at);
  const follows = text[at - 1] ?? '';
  if (!replace || (follows !== '' && !/[=/&?:,; \t\r\n]/.test(follows))) return noCompletions;
  return { replace, ...parametersFor(question, '') };
}

function parametersFor({ key, value, account, document, built }: ValueQuestion, typed: string) {
  const isKnown = knownNames(built);
  const mediaContent =
    key === multipartDataKey &&
    !isInCall(value.text, value.at, isKnown) &&
    partAt(value.text, value.at, isKnown).inValue;
  return offerParameters({ document, account, own: built.inputs.parameters, typed, mediaContent });
}

function wholeValue(value: ValueAt, items: readonly CompletionItem[]): Completions {
  const start = value.text.search(/[^ \t\r\n]/);
  const replace =
    start < 0 ? value.rangeOf(value.at, value.at) : value.rangeOf(start, value.text.trimEnd().length);
  return replace ? { replace, items, incomplete: false } : noCompletions;
}

const methods: readonly CompletionItem[] = [
  {
    label: 'POST',
    insert: 'POST',
    kind: 'value',
    detail: 'default',
    documentation: 'Every server and framework parses it.\ndocumented, ACC-8',
  },
  {
    label: 'PUT',
    insert: 'PUT',
    kind: 'value',
    detail: '',
    documentation: 'PHP and Django parse nothing of it for you.\ndocumented, ACC-8',
  },
];

const timeouts: readonly CompletionItem[] = [defaultTimeoutSeconds, 60, 90].map((seconds) => ({
  label: String(seconds),
  insert: String(seconds),
  kind: 'value',
  detail: seconds === defaultTimeoutSeconds ? 'seconds, default' : 'seconds',
  documentation: 'A clip over a slow connection takes its time.\ninferred, KEY-4',
}));

const schemes: readonly CompletionItem[] = [
  {
    label: 'https://',
    insert: 'https://',
    kind: 'value',
    detail: 'with TLS',
    documentation: 'Passwords and media travel encrypted.\ndocumented, URL-1',
  },
  {
    label: 'http://',
    insert: 'http://',
    kind: 'value',
    detail: 'without TLS',
    documentation: 'The SIP password is sent as asterisks.\ndocumented, URL-1, TPL-6',
  },
];
