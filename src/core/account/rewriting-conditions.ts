/** The conditions of a rewriting rule (REW-2). */
import type { XmlElement } from '../xml/xml-document.ts';

/** A range of the address, in UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** Of `doesntStartWith`, which matches nothing: what replaces it is put in front, whatever stands there. */
  readonly isFront?: true;
}

export interface ConditionResult {
  readonly held: boolean;
  readonly why: string;
  /** What a text condition that held matched. */
  readonly text?: Stretch;
}

const textConditions: Readonly<Record<string, (address: string, param: string) => Stretch | null>> = {
  startsWith: (address, param) => (address.startsWith(param) ? { start: 0, end: param.length } : null),
  doesntStartWith: (address, param) =>
    address.startsWith(param) ? null : { start: 0, end: 0, isFront: true },
  equals: (address, param) => (address === param ? { start: 0, end: address.length } : null),
  contains: (address, param) => {
    const at = address.indexOf(param);
    return at < 0 ? null : { start: at, end: at + param.length };
  },
};

/** Lengths are counted in code points. */
const lengthConditions: Readonly<Record<string, (length: number, wanted: number) => boolean>> = {
  lengthEquals: (length, wanted) => length === wanted,
  shorterThan: (length, wanted) => length < wanted,
  longerThan: (length, wanted) => length > wanted,
};

export function testCondition(condition: XmlElement, address: string): ConditionResult {
  const type = attribute(condition, 'type') ?? '';
  const param = attribute(condition, 'param') ?? '';
  const shown = `${type} "${param}"`;
  const text = own(textConditions, type);
  if (text) {
    const match = text(address, param);
    const why = match ? `${shown} holds.` : `${shown} does not hold.`;
    return { held: match !== null, why, ...(match && { text: match }) };
  }
  const compare = own(lengthConditions, type);
  if (compare) {
    const length = Array.from(address).length;
    if (isNumberMissing(condition)) return { held: false, why: `"${param}" is no number.` };
    const held = compare(length, Number(param));
    return {
      held,
      why: `${shown} ${held ? 'holds' : 'does not hold'}: the length is ${length}.`,
    };
  }
  if (type === 'numeric') {
    const held = /^[0-9]+$/.test(address);
    return { held, why: held ? 'numeric holds.' : 'numeric does not hold.' };
  }
  return { held: false, why: `The condition "${type}" is unknown here.` };
}

/** Whether it compares text: the first such condition says what `replace` replaces (REW-3). */
export function isTextCondition(condition: XmlElement): boolean {
  return own(textConditions, attribute(condition, 'type') ?? '') !== undefined;
}

/** A length is compared with what is no number: it never holds (REW-2). */
export function isNumberMissing(condition: XmlElement): boolean {
  const isLength = own(lengthConditions, attribute(condition, 'type') ?? '') !== undefined;
  return isLength && !/^[0-9]+$/.test(attribute(condition, 'param') ?? '');
}

export function attribute(element: XmlElement, name: string): string | undefined {
  return element.attributes.find((candidate) => candidate.name === name)?.value;
}

function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
