/** A parameter that is being typed: from its `%` to the cursor, and to its end where it is closed already. */
import { parseTemplate, type TemplateToken } from '../core/template/template-tokens.ts';

export interface TypedParameter {
  /** Offsets in the template's text, the `%` included. */
  readonly start: number;
  readonly end: number;
}

/** A parameter by its looks, whether anything of that name is known or not. */
const finished = /%[A-Za-z_][A-Za-z0-9_]*(?:\[[^[\]%<>&\s]*\])?%/g;

const beginning = /%(?:[A-Za-z_][A-Za-z0-9_]*(?:\[[^[\]%<>&\s]*\]?)?)?$/;

export function typedParameter(
  text: string,
  at: number,
  isKnown: (name: string) => boolean,
): TypedParameter | null {
  // Judged on the text before the cursor alone: a `%` that closes a parameter opens none.
  const last = parseTemplate(text.slice(0, at), isKnown).at(-1);
  if (last?.kind !== 'literal') return null;
  const literal = text.slice(last.start, last.end);
  const match = beginning.exec(literal);
  const closed = [...literal.matchAll(finished)].at(-1);
  if (!match || (closed && closed.index + closed[0].length === literal.length)) return null;
  const start = last.start + match.index;
  const whole = parseTemplate(text, isKnown);
  const token = innermost(whole, start);
  if (token?.kind === 'call' && token.start === start) return null;
  return { start, end: token?.kind === 'parameter' && token.start === start ? token.end : at };
}

/** Whether the cursor is in the argument of a call, closed or not. */
export function isInCall(text: string, at: number, isKnown: (name: string) => boolean): boolean {
  const before = text.slice(0, at);
  return parseTemplate(before, isKnown).some(
    (token) =>
      token.kind === 'literal' && /%[A-Za-z_][A-Za-z0-9_]*\(/.test(text.slice(token.start, token.end)),
  );
}

/** The token at an offset, the inner ones of a call first. */
export function innermost(tokens: readonly TemplateToken[], at: number): TemplateToken | undefined {
  const token = tokens.find((candidate) => candidate.start <= at && at < candidate.end);
  return token?.kind === 'call' ? (innermost(token.argument, at) ?? token) : token;
}
