/** Characters and names of XML 1.0, fifth edition (sections 2.2 and 2.3). */

const nameStart =
  ':A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D' +
  '\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const nameRest = `${nameStart}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040`;

/** Source of a regular expression (flag `u`) that matches one name. */
export const namePattern = `[${nameStart}][${nameRest}]*`;

const anyName = new RegExp(namePattern, 'uy');

/** For ASCII, which nearly all names are: 1 may be in a name, 2 may also start one. */
const asciiName = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /[:A-Z_a-z]/.test(character) ? 2 : /[-.0-9]/.test(character) ? 1 : 0;
});

/** Where the name that starts at `at` ends; `at` itself where none does. */
export function nameEnd(text: string, at: number): number {
  let end = at;
  let code = text.charCodeAt(end);
  if (code < 128 && asciiName[code] !== 2) return at;
  while (code < 128 && asciiName[code]) code = text.charCodeAt(++end);
  if (!(code >= 128)) return end;
  anyName.lastIndex = at;
  return at + (anyName.exec(text)?.[0].length ?? 0);
}

/** What no XML document may hold: control characters, lone surrogates, U+FFFE and U+FFFF. */
export const forbiddenCharacters =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very characters looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Whether a character reference may name this code point. */
export function isXmlCodePoint(code: number): boolean {
  return (
    code === 0x9 ||
    code === 0xa ||
    code === 0xd ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  );
}

/** White space of XML: the four characters that ACC-2 removes from both ends of a value. */
export function isXmlSpace(code: number): boolean {
  return code === 0x20 || code === 0x9 || code === 0xa || code === 0xd;
}
