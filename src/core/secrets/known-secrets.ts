/** The values of an upload that are secret: what is to be masked wherever it stands, in a reply too. Pure. */
import type { BuiltRequest } from '../build-request.ts';
import type { RequestPlan } from '../request/plan.ts';
import { documentSecrets } from './document-secrets.ts';
import { isPlaceholder } from './placeholders.ts';
import { requestSecrets } from './request-secrets.ts';
import { blankFor, isSecretName } from './secret-names.ts';

export interface KnownSecret {
  readonly value: string;
  /** What stands for it: `{PASSWORD}`. */
  readonly blank: string;
}

/** More than these at once are no account of anybody. */
const most = 300;
/** Characters: longer ones are a text that counts as one secret, which nothing else quotes. */
const longest = 64 * 1024;

/** `plan` is what was sent, which may have a login more than what was built. */
export function knownSecrets(
  built: Pick<BuiltRequest, 'inputs' | 'parameters'>,
  plan: RequestPlan,
): KnownSecret[] {
  const { inputs, parameters } = built;
  const own = Object.entries(inputs.parameters).filter(([name]) => isSecretName(name));
  const used = parameters.filter(({ secret }) => secret).map(({ name, value }) => [name, value] as const);
  const found: KnownSecret[] = [
    ...[...used, ...own].map(([name, value]) => ({ value, blank: blankFor(name) })),
    ...documentSecrets(inputs.xml).map(({ range, blank }) => ({
      value: inputs.xml.slice(range.start, range.end).replaceAll(/<!\[CDATA\[|\]\]>/g, ''),
      blank,
    })),
    ...requestSecrets({ ...built, request: plan }).map(({ place, name, text }) => ({
      value: place.kind === 'body' ? fromLatin1(text) : text,
      blank: name.replace(/_\d+$/, ''),
    })),
  ];
  const values = new Map<string, string>();
  for (const { value, blank } of found) {
    const text = value.trim();
    if (text === '' || text.length > longest || isPlaceholder(text, blank) || values.has(text)) continue;
    values.set(text, `{${blank}}`);
  }
  return Array.from(values, ([value, blank]) => ({ value, blank })).slice(0, most);
}

/** The text of bytes that stand a character a byte. */
function fromLatin1(text: string): string {
  return new TextDecoder().decode(Uint8Array.from(text, (character) => character.charCodeAt(0)));
}
