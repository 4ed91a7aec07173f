/** Parameters of a header such as `multipart/form-data; boundary="B"`, as they are written. */

export interface HeaderParameter {
  /** Lower-case. */
  readonly name: string;
  /** Without its quotes and backslashes. */
  readonly value: string;
  readonly isQuoted: boolean;
}

export interface HeaderWithParameters {
  /** What stands before the first semicolon, trimmed, lower-case. */
  readonly main: string;
  readonly parameters: readonly HeaderParameter[];
  /** Something in it is neither. */
  readonly isMalformed: boolean;
}

const most = 50;
const parameter = /[\t ]*([^\t ;="]+)[\t ]*=[\t ]*(?:"((?:[^"\\]|\\[\s\S])*)"|([^;"]*))[\t ]*(?:;|$)/y;

/** Left to right; what can't be read ends it. */
export function readParameters(value: string): HeaderWithParameters {
  const [start = ''] = value.split(';', 1);
  const parameters: HeaderParameter[] = [];
  let at = start.length + 1;
  while (at < value.length && parameters.length < most) {
    if (/^[\t ]*(?:;|$)/.test(value.slice(at, at + 64))) {
      const next = value.indexOf(';', at);
      at = next < 0 ? value.length : next + 1;
      continue;
    }
    parameter.lastIndex = at;
    const match = parameter.exec(value);
    if (match === null) break;
    const [, name = '', quoted, bare = ''] = match;
    parameters.push({
      name: name.toLowerCase(),
      // Only these two: browsers and old clients write paths with their backslashes as they are.
      value: quoted?.replaceAll(/\\(["\\])/g, '$1') ?? bare.trimEnd(),
      isQuoted: quoted !== undefined,
    });
    at = parameter.lastIndex;
  }
  return { main: start.trim().toLowerCase(), parameters, isMalformed: at < value.length };
}

export function parameterOf({ parameters }: HeaderWithParameters, name: string): HeaderParameter | undefined {
  return parameters.find((one) => one.name === name);
}
