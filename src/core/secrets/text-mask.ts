/** Texts with what is secret in them masked: by known values, in every form they are written in, and by form. Pure. */

import { percentEncode } from '../template/percent-encoding.ts';
import { hideSecrets } from './hidden-value.ts';
import type { KnownSecret } from './known-secrets.ts';

export class TextMask {
  private readonly forms: ReadonlyMap<string, string>;
  private readonly pattern: RegExp | null;
  /** What stands for a secret in the texts that were masked. */
  readonly blanks = new Set<string>();

  constructor(secrets: readonly KnownSecret[]) {
    const forms = new Map(secrets.flatMap(({ value, blank }) => formsOf(value).map((form) => [form, blank])));
    this.forms = forms;
    // One may be a part of another.
    const longestFirst = [...forms.keys()].toSorted((a, b) => b.length - a.length);
    this.pattern = longestFirst.length === 0 ? null : new RegExp(longestFirst.map(patternOf).join('|'), 'gu');
  }

  text(text: string): string {
    return this.header('', text);
  }

  header(name: string, value: string): string {
    return this.known(hideSecrets(name, value, (blank) => this.blank(`{${blank}}`)));
  }

  known(text: string): string {
    if (this.pattern === null) return text;
    return text.replace(this.pattern, (found) => this.blank(this.forms.get(found) ?? '{SECRET}'));
  }

  private blank(blank: string): string {
    this.blanks.add(blank);
    return blank;
  }
}

/** As it stands in a URL, a form, JSON, and XML. */
function formsOf(value: string): readonly string[] {
  const strict = percentEncode(value);
  const loose = encodeURI(new TextDecoder().decode(new TextEncoder().encode(value)));
  const urls = [strict, loose, strict.replaceAll('%20', '+')];
  const json = JSON.stringify(value).slice(1, -1);
  const xml = value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
  const inLowerCase = urls.map((url) => url.replaceAll(/%[0-9A-F]{2}/g, (byte) => byte.toLowerCase()));
  return [...new Set([value, ...urls, ...inLowerCase, json, json.replaceAll('/', '\\/'), xml])];
}

/** A short one stands in many words: only where it stands alone. */
function patternOf(form: string): string {
  const literal = form.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return form.length >= 4 ? literal : `(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`;
}
