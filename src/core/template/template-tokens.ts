/**
 * Cuts a template into literal text, parameters and calls (TPL-1 to TPL-4), before anything is
 * expanded. Offsets are UTF-16 units of the template's text.
 */

export type TemplateToken =
  | { readonly kind: 'literal'; readonly start: number; readonly end: number }
  /** `%name%` or `%account[node]%`; `name` is what stands between the percent signs. */
  | { readonly kind: 'parameter'; readonly start: number; readonly end: number; readonly name: string }
  /** `%name(…)%`, closed. */
  | {
      readonly kind: 'call';
      readonly start: number;
      readonly end: number;
      readonly functionName: string;
      readonly argument: readonly TemplateToken[];
    };

const plain = /%([A-Za-z_][A-Za-z0-9_]*)%/y;
const accountNode = /%(account\[[^[\]%<>&\s]+\])%/y;
const callStart = /%([A-Za-z_][A-Za-z0-9_]*)\(/y;
const percentEscape = /%([0-9A-Fa-f]{2})/y;

/** A call whose `)%` has not come yet. */
interface OpenCall {
  readonly start: number;
  readonly functionName: string;
  readonly argumentStart: number;
  readonly tokens: TemplateToken[];
}

/** `isKnown` tells whether a name between percent signs is a parameter's (TPL-4 asks). */
export function parseTemplate(text: string, isKnown: (name: string) => boolean): readonly TemplateToken[] {
  const tokens: TemplateToken[] = [];
  const openCalls: OpenCall[] = [];
  const target = () => openCalls.at(-1)?.tokens ?? tokens;
  /** Where the last percent escape of a byte of 80 hex or more ended (TPL-4). */
  let highEscapeEnd = -1;
  let at = 0;
  while (at < text.length) {
    const call = openCalls.at(-1);
    if (call && text.startsWith(')%', at)) {
      openCalls.pop();
      const { start, functionName, tokens: argument } = call;
      at += 2;
      target().push({ kind: 'call', start, end: at, functionName, argument });
      continue;
    }
    if (text[at] !== '%') {
      const next = nextSpecial(text, at + 1, call !== undefined);
      pushLiteral(target(), at, next);
      at = next;
      continue;
    }
    const name = matchAt(accountNode, text, at) ?? matchAt(plain, text, at);
    if (name !== undefined && (isKnown(name) || !isEscape(name, highEscapeEnd === at))) {
      target().push({ kind: 'parameter', start: at, end: at + name.length + 2, name });
      at += name.length + 2;
      continue;
    }
    const functionName = name === undefined ? matchAt(callStart, text, at) : undefined;
    // As with a parameter (TPL-4): after an escape of 80 hex or more, `%A9(` is the next escape.
    if (functionName !== undefined && !(highEscapeEnd === at && /^[0-9A-Fa-f]{2}/.test(functionName))) {
      const argumentStart = at + functionName.length + 2;
      openCalls.push({ start: at, functionName, argumentStart, tokens: [] });
      at = argumentStart;
      continue;
    }
    // A literal percent sign: of an escape, where two hex digits follow, or of nothing.
    const byte = matchAt(percentEscape, text, at);
    const end = at + (byte === undefined ? 1 : 3);
    pushLiteral(target(), at, end);
    if (byte !== undefined && Number.parseInt(byte, 16) >= 0x80) highEscapeEnd = end;
    at = end;
  }
  return withoutOpenCalls(tokens, openCalls);
}

/** TPL-3: a call that is not closed is not a call; what was read after its `%` stays. */
function withoutOpenCalls(tokens: TemplateToken[], openCalls: readonly OpenCall[]): readonly TemplateToken[] {
  for (const call of openCalls) {
    pushLiteral(tokens, call.start, call.argumentStart);
    for (const token of call.tokens) {
      if (token.kind === 'literal') pushLiteral(tokens, token.start, token.end);
      else tokens.push(token);
    }
  }
  return tokens;
}

/** TPL-4: an unknown name that is a percent escape instead. */
function isEscape(name: string, followsHighEscape: boolean): boolean {
  return /^[0-9A-Fa-f]{2}$/.test(name) || (followsHighEscape && /^[0-9A-Fa-f]{2}/.test(name));
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[1];
}

function nextSpecial(text: string, from: number, inCall: boolean): number {
  let at = from;
  while (at < text.length && text[at] !== '%' && !(inCall && text[at] === ')')) at++;
  return at;
}

function pushLiteral(tokens: TemplateToken[], start: number, end: number): void {
  const last = tokens.at(-1);
  if (last?.kind === 'literal' && last.end === start) {
    tokens[tokens.length - 1] = { kind: 'literal', start: last.start, end };
  } else {
    tokens.push({ kind: 'literal', start, end });
  }
}
