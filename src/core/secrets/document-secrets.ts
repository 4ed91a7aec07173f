/**
 * All secrets that an Account XML writes out, in any of its accounts, in comments too, and however little of
 * it is XML yet. Pure, and in time that grows with the text alone.
 */
import type { Range } from '../source/diagnostics.ts';
import { readAllElements } from '../xml/read-xml.ts';
import { decodeRuns, type SourceText, sourceRange, type TextRun } from '../xml/source-text.ts';
import type { XmlElement } from '../xml/xml-document.ts';
import { allOf, literalSecrets, mayHoldSecret, withoutOverlaps } from './literal-secrets.ts';
import { holdsNoSecret, isPlaceholder } from './placeholders.ts';
import { mostSecrets, type Secret } from './secret.ts';
import { blankFor, isLoginName, isSecretName } from './secret-names.ts';
import { secretNodes } from './secret-nodes.ts';
import { trimmed } from './template-literals.ts';

/** The same documents are asked for again: by each of the requests that a check makes of one. */
let recent: readonly { readonly text: string; readonly secrets: readonly Secret[] }[] = [];
const recentLimit = 3;

/** In the order of the document, none in another. A range may have marks of CDATA in it (`blankSecrets`). */
export function documentSecrets(text: string): readonly Secret[] {
  const known = recent.find((one) => one.text === text);
  if (known) return known.secrets;
  const secrets = secretsIn(text);
  recent = [{ text, secrets }, ...recent].slice(0, recentLimit);
  return secrets;
}

function secretsIn(text: string): readonly Secret[] {
  const found: Secret[] = secretNodes(text).flatMap(({ name, ...range }) => nodeSecret(text, name, range));
  const runs: TextRun[] = [];
  for (const element of readAllElements(text)) {
    if (found.length > mostSecrets) return [allOf(text)];
    const own = element.texts;
    for (const run of own) runs.push(run);
    found.push(...ofElement(text, element, own));
  }
  for (const gap of gapsBetween(runs, text.length)) {
    if (found.length > mostSecrets) return [allOf(text)];
    if (!isPlain(text, gap)) found.push(...inText(decodeRuns(text, [{ kind: 'text', ...gap }], gap), true));
  }
  const secrets = withoutOverlaps(found);
  const repeated = repeatedSecrets(text, secrets);
  return repeated.length > 0 ? withoutOverlaps([...secrets, ...repeated]) : secrets;
}

function ofElement(text: string, element: XmlElement, own: readonly TextRun[]): readonly Secret[] {
  const found = labelled(text, element, own);
  const [first] = own;
  const last = own.at(-1);
  if (first === undefined || last === undefined) return found;
  const isLogin = isLoginName(element.name);
  if (!isLogin && first === last && isPlain(text, first)) return found;
  const value = decodeRuns(text, own, element.startTag);
  const place = trimmed(text, first.start, last.end);
  const login =
    isLogin && !holdsNoSecret(value.text) && place.end > place.start
      ? [loginSecret(element.name, place)]
      : [];
  return [...found, ...login, ...inText(value, false)];
}

/** As most texts and tags are: nothing to decode, nothing that a secret could stand in. */
function isPlain(text: string, { start, end }: Range): boolean {
  const raw = text.slice(start, end);
  return !mayHoldSecret(raw) && !raw.includes('&');
}

/** `<param name="password" value="…"/>`, `<item key="token">…</item>`. */
function labelled(
  text: string,
  { startTag, attributes }: XmlElement,
  own: readonly TextRun[],
): readonly Secret[] {
  if (startTag.end - startTag.start > mostOfTag || !text.slice(startTag.start, startTag.end).includes('='))
    return [];
  const label = attributes.find(({ name, value }) => /^(?:name|key|id)$/i.test(name) && isSecretName(value));
  if (label === undefined) return [];
  const values = attributes.filter(({ name }) => /^(?:value|content|default)$/i.test(name));
  const places = [...values.map(({ valueRange }) => valueRange), ...own];
  return places.flatMap(({ start, end }) => nodeSecret(text, label.value, trimmed(text, start, end)));
}

/** Longer tags are no such. */
const mostOfTag = 10_000;

function nodeSecret(text: string, name: string, range: Range): Secret[] {
  const value = text.slice(range.start, range.end).replaceAll(/<!\[CDATA\[|\]\]>/g, '');
  const blank = blankFor(name);
  if (holdsNoSecret(value) || isPlaceholder(value.trim(), blank)) return [];
  const why = `The value of ${name} is a secret by its name.`;
  return [{ range, kind: 'node', name, blank, why }];
}

function loginSecret(name: string, range: Range): Secret {
  return {
    range,
    kind: 'login',
    name,
    blank: blankFor(name),
    why: `${name} is the user name of a login (HDR-6).`,
  };
}

function inText(value: SourceText, isMarkup: boolean): readonly Secret[] {
  return literalSecrets(value.text, { isMarkup }).map((secret) => ({
    ...secret,
    range: sourceRange(value, secret.range.start, secret.range.end),
  }));
}

/** Tags, comments, declarations, and text that stands in no element. */
function* gapsBetween(runs: readonly TextRun[], length: number): Generator<Range> {
  let at = 0;
  for (const { start, end } of runs.toSorted((a, b) => a.start - b.start)) {
    if (start > at) yield { start: at, end: start };
    at = Math.max(at, end);
  }
  if (at < length) yield { start: at, end: length };
}

/** Shorter ones are words as well, and this many are more than an account has. */
const leastRepeated = 8;
const mostRepeated = 50;

/** A password that is noted down in a title, say: where it stands as a word of its own. */
function repeatedSecrets(text: string, secrets: readonly Secret[]): readonly Secret[] {
  const values = new Map<string, Secret>();
  for (const secret of secrets) {
    const value = text.slice(secret.range.start, secret.range.end);
    if (value.length >= leastRepeated && values.size < mostRepeated) values.set(value, secret);
  }
  return Array.from(values).flatMap(([value, { name, blank }]) => {
    const found: Secret[] = [];
    for (let start = text.indexOf(value); start >= 0; start = text.indexOf(value, start + value.length)) {
      const range = { start, end: start + value.length };
      if (isWordCharacter(text[start - 1]) || isWordCharacter(text[range.end])) continue;
      found.push({ range, kind: 'repeated', name, blank, why: `It is the same as the secret ${name}.` });
    }
    return found;
  });
}

function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}
