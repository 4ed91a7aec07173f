/** The URL template, expanded (TPL-8, TPL-9). */

import type { Assumptions } from '../assumptions.ts';
import type { Range } from '../source/diagnostics.ts';
import { lastAtOrBefore } from '../source/last-at-or-before.ts';
import type { Piece } from '../source/provenance.ts';
import type { Expanded, Expander } from '../template/expander.ts';
import { percentEncode, toWellFormed } from '../template/percent-encoding.ts';
import type { Template } from '../template/template.ts';

export interface ExpandedUrl {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** The characters of the Account XML that gave the URL's characters from `start` to `end`. */
  rangeOf(start: number, end: number): Range;
  /** The parameter that brought in the character at `offset`, if one did. */
  parameterAt(offset: number): string | undefined;
  /** Whether a password stands among the characters: then no message may quote them. */
  holdsSecret(start: number, end: number): boolean;
}

interface UrlRun {
  readonly at: number;
  readonly text: string;
  readonly expanded: Expanded;
}

/** `report` is off where only the text is wanted, to learn the scheme. */
export function expandUrl(
  expander: Expander,
  template: Template,
  encoding: Assumptions['url-encoding'],
  report = true,
): ExpandedUrl {
  const position = new UrlPosition();
  const runs = expander.expand(template, template.tokens).map((expanded): UrlRun => {
    const context = position.context;
    const text = toWellFormed(
      expanded.role === 'value' ? encode(expanded.text, context, encoding) : expanded.text,
    );
    if (report && expanded.origin.kind === 'parameter' && expanded.role !== 'literal') {
      if (context === 'authority') warnOfAuthority(expander, expanded);
      else if (expanded.role === 'value' && percentEncode(expanded.text) !== expanded.text)
        expander.touch('url-encoding', expanded.origin.range);
    }
    const at = position.length;
    position.append(text);
    return { at, text, expanded };
  });
  const visible = runs.filter((run) => run.text !== '');
  const runAt = (offset: number) =>
    visible[lastAtOrBefore(visible.length, (index) => visible[index]?.at ?? 0, offset)] ?? runs[0];
  return {
    text: runs.map((run) => run.text).join(''),
    pieces: runs.map((run) => ({ text: run.text, origin: run.expanded.origin })),
    rangeOf: (start, end) => {
      const first = runAt(start);
      const last = runAt(Math.max(start, end - 1));
      const from = first && sourceOf(expander, template, first, start, end);
      const to = last && sourceOf(expander, template, last, start, end);
      const whole = expander.range(template, { start: 0, end: template.value.text.length });
      return { start: from?.start ?? whole.start, end: to?.end ?? whole.end };
    },
    parameterAt: (offset) => {
      const run = runAt(offset);
      return run?.expanded.origin.kind === 'parameter' && run.expanded.role === 'value'
        ? run.expanded.origin.parameter
        : undefined;
    },
    holdsSecret: (start, end) =>
      visible.some(({ at, text, expanded: { origin } }) => {
        return at < end && at + text.length > start && origin.kind === 'parameter' && origin.secret === true;
      }),
  };
}

/** Of typed text the very characters, of anything else the whole parameter. */
function sourceOf(expander: Expander, template: Template, run: UrlRun, start: number, end: number): Range {
  const { token, role } = run.expanded;
  if (role !== 'literal') return expander.range(template, token);
  const from = token.start + Math.max(0, start - run.at);
  const to = token.start + Math.min(run.text.length, Math.max(end, start + 1) - run.at);
  return expander.range(template, { start: from, end: to });
}

function encode(text: string, context: UrlContext, encoding: Assumptions['url-encoding']): string {
  if (context === 'authority' || encoding === 'none') return text;
  const encoded = percentEncode(text);
  return encoding === 'form' && context === 'query' ? encoded.replaceAll('%20', '+') : encoded;
}

/** TPL-9: the sender of a message must not choose the host. */
function warnOfAuthority(expander: Expander, { origin, role }: Expanded): void {
  if (origin.kind !== 'parameter' || role !== 'value' || origin.parameter.startsWith('account[')) return;
  const message = `%${origin.parameter}% stands where the host is chosen, and is put in as it is: use an account node there.`;
  expander.report('TPL-9', 'warning', message, origin.range);
}

type UrlContext = 'authority' | 'path' | 'query';

/** Where in a URL its next character stands, judged on the text so far (TPL-9). */
class UrlPosition {
  context: UrlContext = 'authority';
  length = 0;
  /** The text so far, while the scheme and authority are not over. */
  private start = '';
  private authorityAt = -1;

  append(text: string): void {
    this.length += text.length;
    if (this.context === 'authority') this.readAuthority(text);
    else if (this.context === 'path' && /[?#]/.test(text)) this.context = 'query';
  }

  private readAuthority(text: string): void {
    const seen = this.start.length;
    this.start += text;
    if (this.authorityAt < 0) {
      const scheme = this.start.indexOf('://', Math.max(0, seen - 2));
      if (scheme < 0) return;
      this.authorityAt = scheme + 3;
    }
    const from = Math.max(this.authorityAt, seen);
    const rest = this.start.slice(from);
    const end = rest.search(/[/?#]/);
    if (end >= 0) this.context = /[?#]/.test(rest.slice(end)) ? 'query' : 'path';
  }
}
