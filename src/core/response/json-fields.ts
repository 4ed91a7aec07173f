/** Fields of a JSON body: at the root, else in `response`, else the first anywhere (RES-5). */
import {
  type FieldSearch,
  type FoundField,
  isBlank,
  maxHints,
  type NearMiss,
  type ParsedBody,
  type PassedOver,
} from './field-search.ts';
import { isNearMiss } from './near-miss.ts';
import { decodeJsonString, type JsonKind, type JsonStep, scanJson } from './scan-json.ts';

const identifier = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

export function parseJsonBody(text: string): ParsedBody {
  const fault = scanJson(text, () => {});
  if (fault) return { parses: false, fault: fault.message, offset: fault.offset };
  return { parses: true, find: (name) => findInJson(text, name) };
}

function findInJson(text: string, name: string): FieldSearch {
  const first: { atRoot?: FoundField; inResponse?: FoundField; anywhere?: FoundField } = {};
  let withValue = 0;
  const passedOver: PassedOver[] = [];
  const nearMisses: NearMiss[] = [];
  scanJson(text, (kind, path, start, end) => {
    const key = path.at(-1);
    if (typeof key !== 'string') return;
    if (key !== name) {
      if (nearMisses.length < maxHints && isNearMiss(key, name))
        nearMisses.push({ name: key, path: jsonPath(path) });
      return;
    }
    const value = scalarText(text, kind, start, end);
    if (value === null || isBlank(value)) {
      const instead = kind === 'string' || kind === 'number' ? 'blank' : kind;
      if (passedOver.length < maxHints) passedOver.push({ path: jsonPath(path), instead });
      return;
    }
    withValue++;
    const isAtRoot = path.length === 1;
    const isInResponse = path.length === 2 && path[0] === 'response';
    if (first.anywhere && !isAtRoot && !isInResponse) return;
    const field = { path: jsonPath(path), value };
    if (isAtRoot) first.atRoot ??= field;
    if (isInResponse) first.inResponse ??= field;
    first.anywhere ??= field;
  });
  const found = first.atRoot ?? first.inResponse ?? first.anywhere ?? null;
  return { found, others: Math.max(0, withValue - 1), passedOver, nearMisses };
}

/** A string decoded, a number as written (`1.0` stays `1.0`), anything else is no value. */
function scalarText(text: string, kind: JsonKind, start: number, end: number): string | null {
  if (kind === 'string') return decodeJsonString(text, start, end);
  return kind === 'number' ? text.slice(start, end) : null;
}

/** `$.a[0]["b c"]` (RES-6). */
export function jsonPath(path: readonly JsonStep[]): string {
  const steps = path.map((step) => {
    if (typeof step === 'number') return `[${step}]`;
    return identifier.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
  });
  return `$${steps.join('')}`;
}
