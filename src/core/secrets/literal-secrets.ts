/**
 * The secrets that a text writes out: a template of the account, any other value, a comment, a tag. By its
 * form alone: what a text is for, is not asked. One pass for each kind, whatever the text holds.
 */
import { lineBreak } from '../request/custom-headers.ts';
import type { Range } from '../source/diagnostics.ts';
import { secretsOfHeader } from './header-secrets.ts';
import { findSecretPairs } from './pair-secrets.ts';
import { isPlaceholder } from './placeholders.ts';
import { mostSecrets, type Secret, type SecretKind } from './secret.ts';
import { blankFor } from './secret-names.ts';
import { shapedSecrets } from './secret-shapes.ts';
import { TemplateLiterals } from './template-literals.ts';

export interface TextOptions {
  /** Markup or a comment, where a value ends at white space, unless it is quoted. */
  readonly isMarkup?: boolean;
  /** What a template became, or what came from elsewhere: a percent sign is one. */
  readonly isExpanded?: boolean;
}

/** Nothing less holds a secret. */
const hint = /[=:]|[A-Za-z0-9_\-+.~]{16}/;
const userInfo = /:\/\/([^\s/?#<>"']{1,300})@/g;
const headerLine = /^[ \t]*([!#$&'*+.^_`|~\w-]{1,100})[ \t]*:[ \t]*(?=\S)/;

export function mayHoldSecret(text: string): boolean {
  return hint.test(text);
}

/** In order, none of them in another. */
export function literalSecrets(text: string, options: TextOptions = {}): readonly Secret[] {
  if (!mayHoldSecret(text)) return [];
  const found = new Findings(text, new TemplateLiterals(text, options.isExpanded === true));
  findAll(text, found, options.isMarkup === true);
  return found.isFull ? [allOf(text)] : withoutOverlaps(found.secrets);
}

/** A text with more secrets than any account has, as one. */
export function allOf(text: string): Secret {
  const why = `With ${mostSecrets} secrets or more in one text, all of it counts as one.`;
  return { range: { start: 0, end: text.length }, kind: 'shape', name: 'secrets', blank: 'SECRETS', why };
}

function findAll(text: string, found: Findings, isMarkup: boolean): void {
  for (const { 1: info = '', index } of text.matchAll(userInfo)) {
    if (found.isFull) return;
    const start = index + 3;
    found.add(
      start,
      start + info.length,
      'user-info',
      'user info',
      'It is a login, written into a URL (URL-3).',
    );
  }
  const rest = findHeaders(text, found);
  if (found.isFull) return;
  for (const { start, end, name } of findSecretPairs(rest, isMarkup))
    found.add(start, end, 'pair', name, `Its name, ${name}, says that it is a secret.`);
  for (const { start, end, isHashed } of found.literals.all)
    if (isHashed && looksLikeSalt(text.slice(start, end)) && !found.isFull)
      found.add(
        start,
        end,
        'hashed',
        'salt',
        'What is hashed together with a value is often a shared secret.',
      );
  for (const { start, end, name, why } of shapedSecrets(rest)) found.add(start, end, 'shape', name, why);
}

/** Returns the text with white space in the place of those headers: they are done with. */
function findHeaders(text: string, found: Findings): string {
  const rest: string[] = [];
  let start = 0;
  const breaks = [...text.matchAll(lineBreak), { index: text.length, 0: '' }];
  for (const { index, 0: separator } of breaks) {
    if (found.isFull) break;
    const line = text.slice(start, index);
    const [before = '', name = ''] = headerLine.exec(line) ?? [];
    const at = start + before.length;
    const value = line.slice(before.length).trimEnd();
    const secrets = name === '' ? [] : secretsOfHeader(name, value);
    for (const one of secrets)
      found.add(
        at + one.start,
        at + one.end,
        'header',
        one.name,
        `The header ${name} carries a login or a key.`,
      );
    rest.push(secrets.length > 0 ? ' '.repeat(line.length) : line, separator);
    start = index + separator.length;
  }
  return rest.join('');
}

/** Not a realm, which is a host or a short word. */
function looksLikeSalt(text: string): boolean {
  return /[A-Za-z0-9]{6}/.test(text) && !/^[\s:;,|]*[\w-]+(?:\.[\w-]+)+[\s:;,|]*$/.test(text);
}

class Findings {
  readonly secrets: Secret[] = [];
  readonly literals: TemplateLiterals;
  private readonly text: string;
  private readonly blanks = new Map<string, string>();

  constructor(text: string, literals: TemplateLiterals) {
    this.text = text;
    this.literals = literals;
  }

  /** What is typed there, unless it stands for a secret. */
  add(start: number, end: number, kind: SecretKind, name: string, why: string): void {
    const blank = this.blankOf(name);
    for (const range of this.literals.within(start, end)) {
      if (!isPlaceholder(this.text.slice(range.start, range.end), blank))
        this.secrets.push({ range, kind, name, blank, why });
    }
  }

  get isFull(): boolean {
    return this.secrets.length >= mostSecrets;
  }

  private blankOf(name: string): string {
    const blank = this.blanks.get(name) ?? blankFor(name);
    this.blanks.set(name, blank);
    return blank;
  }
}

/** In order. The longer one counts, of two of one length the one that was found first. */
export function withoutOverlaps<Found extends { readonly range: Range }>(
  secrets: readonly Found[],
): readonly Found[] {
  // The sort is stable.
  const sorted = secrets.toSorted((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
  const kept: Found[] = [];
  for (const secret of sorted) {
    const last = kept.at(-1);
    if (last === undefined || secret.range.start >= last.range.end) kept.push(secret);
    else if (secret.range.end > last.range.end)
      kept[kept.length - 1] = { ...last, range: { start: last.range.start, end: secret.range.end } };
  }
  return kept;
}
