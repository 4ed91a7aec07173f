/** Which of XML and JSON a body is read as, and why (RES-4). */
import { positionLookup } from '../source/diagnostics.ts';
import { adviseOnKind } from './advice.ts';
import { type BodyKind, type ContentType, declaredKind, kindByFirstCharacter } from './content-kind.ts';
import { type FieldSearch, isBlank, type ParsedBody } from './field-search.ts';
import { parseJsonBody } from './json-fields.ts';
import { advice, fail, pass, quote } from './reasons.ts';
import type { Reason } from './verdict.ts';
import { parseXmlBody } from './xml-fields.ts';

export interface ReadBody {
  /** Null where the body parses as neither. */
  readonly kind: BodyKind | null;
  readonly find: (name: string) => FieldSearch;
  readonly reasons: readonly Reason[];
  /** What would have to be fixed for the kind it looks like: of use where nothing better is known (RES-9). */
  readonly hints: readonly Reason[];
}

const rule = 'RES-4';
const names = { xml: 'XML', json: 'JSON' } as const;
const parsers = { xml: parseXmlBody, json: parseJsonBody } as const;
/** A body that parses as neither has no fields. */
const findNothing = (): FieldSearch => ({ found: null, others: 0, passedOver: [], nearMisses: [] });

/** `isCut`: `text` is only the beginning of the body. */
export function readBody(text: string, contentType: ContentType, isCut = false): ReadBody {
  if (isBlank(text)) return unread('The body is empty, so it has no fields.');
  const declared = declaredKind(contentType);
  const kind = declared ?? kindByFirstCharacter(text);
  if (kind === null) {
    return unread(
      `The body starts with neither <, { nor [, so it is neither XML nor JSON and has no fields: "${quote(text.trim())}"`,
    );
  }
  const parsed = parsers[kind](text);
  if (parsed.parses)
    return {
      kind,
      find: parsed.find,
      hints: [],
      reasons: [pass(rule, `${readAs(kind)}, ${howKnown(contentType, declared)}.`)],
    };
  const fault = isCut
    ? 'Only its beginning was kept: with the rest it might.'
    : `${names[kind]} would have to be fixed at ${place(text, parsed)}`;
  const other = kind === 'xml' ? 'json' : 'xml';
  const parsedOther = parsers[other](text);
  if (!parsedOther.parses)
    return unread('The body parses neither as XML nor as JSON, so it has no fields.', fault);
  const warning = `${readAs(other)}: the Content-Type says ${names[kind]}, but as that it does not parse.`;
  return {
    kind: other,
    find: parsedOther.find,
    reasons: [advice(rule, warning)],
    hints: [advice(rule, fault), adviseOnKind(kind, other)],
  };
}

/** A reply that has no body by its status (RES-8). */
export const noBody: ReadBody = { kind: null, find: findNothing, reasons: [], hints: [] };

function unread(why: string, fault: string | null = null): ReadBody {
  return {
    kind: null,
    find: findNothing,
    reasons: [fail(rule, why)],
    hints: fault === null ? [] : [fail(rule, fault)],
  };
}

function readAs(kind: BodyKind): string {
  return `The body is read as ${names[kind]}`;
}

function howKnown({ essence }: ContentType, declared: BodyKind | null): string {
  if (declared !== null) return `as its Content-Type ${quote(essence)} says`;
  const why =
    essence === ''
      ? 'there is no Content-Type'
      : `the Content-Type ${quote(essence)} is neither XML nor JSON`;
  return `as its first character says: ${why}`;
}

function place(text: string, { fault, offset }: ParsedBody & { parses: false }): string {
  const { line, column } = positionLookup(text)(offset);
  return `line ${line}, column ${column}: ${fault}`;
}
