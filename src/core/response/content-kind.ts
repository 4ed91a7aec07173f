/** XML or JSON: what the Content-Type declares, else what the first character says (RES-4). */

export type BodyKind = 'xml' | 'json';

export interface ContentType {
  /** Type and subtype in lower case; empty where the header holds none. */
  readonly essence: string;
  /** The first parameter `charset`, as given. */
  readonly charset: string | null;
}

const token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const mediaType = new RegExp(`^${token}/${token}$`);
/** One parameter and the `;` before it; a value may be quoted (RFC 9110, section 5.6.6). */
const parameter = new RegExp(
  `;[ \\t]*(?:(${token})[ \\t]*=[ \\t]*(?:"((?:[^"\\\\]|\\\\.)*)"?|([^;"]*)))?[^;]*`,
  'gs',
);

export function parseContentType(value: string): ContentType {
  const semicolon = value.indexOf(';');
  const essence = (semicolon < 0 ? value : value.slice(0, semicolon)).trim().toLowerCase();
  const rest = semicolon < 0 ? '' : value.slice(semicolon);
  let charset: string | null = null;
  for (const [, name, quoted, bare] of rest.matchAll(parameter)) {
    if (name?.toLowerCase() === 'charset')
      charset ??= quoted?.replaceAll(/\\(.)/g, '$1') ?? bare?.trim() ?? '';
  }
  return { essence, charset };
}

/** `…/xml`, `…+xml`, `…/json` and `…+json`; null for any other type. */
export function declaredKind({ essence }: ContentType): BodyKind | null {
  if (!mediaType.test(essence)) return null;
  const suffix = /[/+](xml|json)$/.exec(essence)?.[1];
  return suffix === 'xml' || suffix === 'json' ? suffix : null;
}

/** By the first character that is not white space; null where it is none of `<`, `{` and `[`. */
export function kindByFirstCharacter(text: string): BodyKind | null {
  const first = /[^ \t\r\n]/.exec(text)?.[0];
  if (first === '<') return 'xml';
  return first === '{' || first === '[' ? 'json' : null;
}
