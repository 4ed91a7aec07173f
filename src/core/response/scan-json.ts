/**
 * Reads a JSON text (RFC 8259) value by value, in document order, with duplicate names kept
 * and numbers as written: all things that `JSON.parse` forgets. No recursion and no tree, so
 * neither a million brackets nor 64 MiB hurt (nesting has a limit), and every engine names the same fault.
 */

/** A name in an object, or an index in an array. */
export type JsonStep = string | number;

export type JsonKind = 'string' | 'number' | 'boolean' | 'null' | 'object' | 'array';

/** Called for every value; `path` is reused, and `end` is after a scalar only. */
export type JsonVisitor = (kind: JsonKind, path: readonly JsonStep[], start: number, end: number) => void;

export interface JsonFault {
  readonly message: string;
  readonly offset: number;
  /** How far the text was read to find it. */
  readonly readTo: number;
}

type Expected = 'value' | 'value or ]' | 'name' | 'name or }' | 'after';

/** Levels: no reply means more, and each costs the memory of its step. */
const deepest = 2_000_000;

const numberOrWord = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null/y;
const hexadecimal = /[0-9a-fA-F]{4}/y;

/** Returns the first fault, or null: then and only then the text is JSON. */
export function scanJson(text: string, visit: JsonVisitor): JsonFault | null {
  const end = scanJsonValue(text, 0, visit);
  if (typeof end !== 'number') return end;
  const next = skipSpace(text, end);
  return next < text.length ? { message: 'Nothing may follow the value.', offset: next, readTo: next } : null;
}

/** Returns where the value that starts at `from` ends, whatever follows it, or its first fault. */
export function scanJsonValue(text: string, from: number, visit: JsonVisitor): number | JsonFault {
  const path: JsonStep[] = [];
  let expected: Expected = 'value';
  let at = from;
  const fault = (message: string, offset = at, readTo = offset): JsonFault => {
    return { message: offset < text.length ? message : 'The text ends too early.', offset, readTo };
  };
  for (;;) {
    if (expected === 'after' && path.length === 0) return at;
    at = skipSpace(text, at);
    const character = text[at];
    switch (expected) {
      case 'value or ]':
      case 'name or }':
        if (character === (expected === 'name or }' ? '}' : ']')) {
          path.pop();
          at++;
          expected = 'after';
        } else expected = expected === 'name or }' ? 'name' : 'value';
        break;
      case 'value':
        if (character === '{' || character === '[') {
          if (path.length === deepest) return fault(`Values are nested over ${deepest} levels deep.`);
          visit(character === '{' ? 'object' : 'array', path, at, at + 1);
          path.push(character === '{' ? '' : 0);
          expected = character === '{' ? 'name or }' : 'value or ]';
          at++;
        } else {
          const end = character === '"' ? stringEnd(text, at) : scalarEnd(text, at);
          if (typeof end !== 'number') return fault(end.message, end.offset, end.readTo);
          visit(scalarKind(character), path, at, end);
          expected = 'after';
          at = end;
        }
        break;
      case 'name': {
        if (character !== '"') return fault('A name in double quotes belongs here.');
        const end = stringEnd(text, at);
        if (typeof end !== 'number') return fault(end.message, end.offset, end.readTo);
        path[path.length - 1] = decodeJsonString(text, at, end);
        at = skipSpace(text, end);
        if (text[at] !== ':') return fault('A colon belongs here.');
        at++;
        expected = 'value';
        break;
      }
      case 'after': {
        const step = path.at(-1);
        const close = typeof step === 'number' ? ']' : '}';
        if (character === close) path.pop();
        else if (character !== ',') return fault(`A comma or ${close} belongs here.`);
        else if (typeof step === 'number') {
          path[path.length - 1] = step + 1;
          expected = 'value';
        } else expected = 'name';
        at++;
        break;
      }
    }
  }
}

/** The string token from `start` to `end`, quotes included, as text. */
export function decodeJsonString(text: string, start: number, end: number): string {
  const inner = text.slice(start + 1, end - 1);
  return inner.includes('\\') ? String(JSON.parse(text.slice(start, end))) : inner;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return at;
    at++;
  }
}

function scalarKind(character: string | undefined): JsonKind {
  if (character === '"') return 'string';
  if (character === 'n') return 'null';
  return character === 't' || character === 'f' ? 'boolean' : 'number';
}

function scalarEnd(text: string, start: number): number | JsonFault {
  numberOrWord.lastIndex = start;
  return numberOrWord.test(text)
    ? numberOrWord.lastIndex
    : { message: 'A value belongs here.', offset: start, readTo: start };
}

/** After the closing quote of the string that opens at `start`. */
function stringEnd(text: string, start: number): number | JsonFault {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20)
      return { message: 'A string may hold no raw line break or control character.', offset: at, readTo: at };
    if (code !== 0x5c) continue;
    const escaped = text[at + 1];
    hexadecimal.lastIndex = at + 2;
    if (escaped === 'u' ? !hexadecimal.test(text) : !(escaped && '"\\/bfnrt'.includes(escaped))) {
      return { message: 'JSON has no such escape.', offset: at, readTo: at };
    }
    at += escaped === 'u' ? 5 : 1;
  }
  return { message: 'A string is not closed.', offset: start, readTo: text.length };
}
