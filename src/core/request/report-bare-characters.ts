/** Warns of bare characters of the URL, and escapes those that were typed (URL-4). */
import { urlKey } from '../account/service-keys.ts';
import type { Fix } from '../source/diagnostics.ts';
import { lastAtOrBefore } from '../source/last-at-or-before.ts';
import type { Origin } from '../source/provenance.ts';
import { closestName } from '../template/closest-name.ts';
import type { Expander } from '../template/expander.ts';
import { parameterCatalogue, recipientAlias } from '../template/parameter-catalogue.ts';
import { percentEncode } from '../template/percent-encoding.ts';
import type { BareCharacter } from './bare-characters.ts';
import type { ExpandedUrl } from './expand-url.ts';

/** One warning of all that was typed, and one of each parameter that brought some in. */
export function reportBareCharacters(
  expander: Expander,
  expanded: ExpandedUrl,
  found: readonly BareCharacter[],
): void {
  const groups = new Map<Origin | 'typed' | 'placeholder', BareCharacter[]>();
  const placeholders = Array.from(expanded.text.matchAll(placeholder), ({ 0: text, index }) => ({
    start: index,
    end: index + text.length,
  }));
  const isInPlaceholder = (at: number) => {
    const index = lastAtOrBefore(placeholders.length, (each) => placeholders[each]?.start ?? 0, at);
    const near = placeholders[index];
    return near !== undefined && near.start <= at && at < near.end;
  };
  for (const one of found) {
    const { origin } = one.piece;
    if (one.character === '%' && isMeantForParameter(expanded, one)) continue;
    if (expander.isReportedAsNear(urlKey, expanded.rangeOf(one.at, one.at + 1))) continue;
    const key = origin.kind === 'parameter' ? origin : isInPlaceholder(one.at) ? 'placeholder' : 'typed';
    const group = groups.get(key) ?? [];
    group.push(one);
    groups.set(key, group);
  }
  for (const [origin, characters] of groups) {
    if (origin === 'typed') reportTyped(expander, expanded, characters, escapeFix(expanded, characters));
    else if (origin === 'placeholder') reportTyped(expander, expanded, characters, undefined);
    else reportBroughtIn(expander, expanded, origin, characters);
  }
}

function reportTyped(
  expander: Expander,
  expanded: ExpandedUrl,
  characters: readonly BareCharacter[],
  fix: Fix | undefined,
): void {
  const start = characters[0]?.at ?? 0;
  // Those that stand side by side.
  const end = start + characters.findIndex((one, index) => characters[index + 1]?.at !== one.at + 1) + 1;
  const range = expanded.rangeOf(start, end);
  expander.report('URL-4', 'warning', messageFor(characters), range, fix);
}

function reportBroughtIn(
  expander: Expander,
  expanded: ExpandedUrl,
  origin: Origin,
  characters: readonly BareCharacter[],
): void {
  const range = origin.kind === 'client' ? undefined : origin.range;
  if (range === undefined) return;
  const by = expanded.parameterAt(characters[0]?.at ?? 0);
  // A message must not spell out a password, not even one character of it.
  const isSecret = origin.kind === 'parameter' && origin.secret === true;
  const what = isSecret
    ? `This is sent with characters that a URL may not hold bare: ${refusal}.`
    : messageFor(characters);
  const hint = by
    ? ` %${by}% brought it in: the assumption url-encoding puts values in as they are, its other options escape them.`
    : '';
  expander.report('URL-4', 'warning', what + hint, range);
}

const refusal = 'some servers answer 400 to that (Tomcat does)';

function messageFor(characters: readonly BareCharacter[]): string {
  const listed = [...new Set(characters.map(({ character }) => character))];
  const signs = listed.filter((character) => character !== '%').join(' ');
  const percent = listed.includes('%') ? 'a % without two hex digits' : '';
  const what = [signs, percent].filter((text) => text !== '').join(' and ');
  return `A URL may not hold ${what} bare. It is sent as it is written: ${refusal}.`;
}

/** None where one of them may be meant for a parameter, or would become a part of one. */
function escapeFix(expanded: ExpandedUrl, characters: readonly BareCharacter[]): Fix | undefined {
  const { text } = expanded;
  const percents = new Set(characters.filter(({ character }) => character === '%').map(({ at }) => at));
  const doubtful = characters.some(({ character, at }) => {
    if (character === '%') return false;
    const before = /%[A-Za-z_]\w*$/.exec(text.slice(Math.max(0, at - longestName), at));
    return before !== null && !percents.has(at - before[0].length);
  });
  if (doubtful) return undefined;
  return {
    title: 'Escape these characters',
    edits: characters.map(({ character, at }) => ({
      range: expanded.rangeOf(at, at + 1),
      text: percentEncode(character),
    })),
  };
}

const longestName = 64;
const names = [recipientAlias, ...parameterCatalogue.map(({ name }) => name)];
/** What other systems put values in with: TPL-12 says what is meant, and it is surely not to be escaped. */
const placeholder =
  /\$\{[\s\w[\].]{1,64}\}|\{\{[\s\w[\].]{1,64}\}\}|%?\baccount[[{(][^\]})%&]{0,64}[\]})]?%?/gi;

/** TPL-3 to TPL-5 speak of `%foo%`, `%to`, `% to %` and `%sha1(` already: a parameter is meant, no percent sign. */
function isMeantForParameter({ text, parameterAt }: ExpandedUrl, { at, piece }: BareCharacter): boolean {
  if (piece.origin.kind === 'parameter') return parameterAt(at) === undefined;
  const before = text.slice(Math.max(0, at - longestName), at);
  const after = text.slice(at + 1, at + longestName);
  const near = /^\s*([A-Za-z_]\w*)(\(?)/.exec(after) ?? /%\s*([A-Za-z_]\w*)\s*()$/.exec(before);
  if (!near) return false;
  const [, name = '', bracket] = near;
  return bracket === '(' || name.startsWith('account') || closestName(name, names, 1) !== undefined;
}
