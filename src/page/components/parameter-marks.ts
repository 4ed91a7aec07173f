/** Where parameters stand in the text, in their colours; the class tells which one it is. */
import type { Range } from '../../core/source/diagnostics.ts';

/** One of the page's eight colours, 0 to 7; what is wrong wears the colour of errors instead. */
export type Hue = number | 'unknown';

export interface ParameterMark {
  readonly range: Range;
  readonly parameter: string;
  readonly hue: Hue;
}

const prefix = 'in-xml-';

/** A class that names the parameter: Monaco's decorations take classes only. */
export function parameterClass(name: string): string {
  return prefix + Array.from(name, (char) => (char.codePointAt(0) ?? 0).toString(36)).join('-');
}

/** The parameter that one of the classes names; null where none does. */
export function parameterOfClasses(classes: Iterable<string>): string | null {
  for (const name of classes) {
    if (!name.startsWith(prefix)) continue;
    const codes = name.slice(prefix.length).split('-');
    return codes.map((code) => String.fromCodePoint(Number.parseInt(code, 36))).join('');
  }
  return null;
}

export function markClasses({ parameter, hue }: ParameterMark): string {
  return `in-xml hue-${hue} ${parameterClass(parameter)}`;
}
