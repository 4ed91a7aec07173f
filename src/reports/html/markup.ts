/** HTML as text that is escaped unless it was made here: a template literal's values can bring in no markup. */
import { escapeUnseen } from '../../core/source/escape-unseen.ts';

export class Markup {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }
}

export type MarkupValue = Markup | string | number | null | readonly MarkupValue[];

export function html(pieces: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  return new Markup(pieces.map((piece, index) => piece + markupOf(values[index] ?? null)).join(''));
}

/** Lines as they are: what nobody sees is made visible, as in a terminal. */
export const lines = (texts: readonly string[]): Markup => new Markup(texts.map(escapeText).join('\n'));

function markupOf(value: MarkupValue): string {
  if (value === null) return '';
  if (value instanceof Markup) return value.html;
  if (typeof value === 'object') return value.map(markupOf).join('');
  return escapeText(`${value}`);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeText = (text: string) =>
  text
    .split('\t')
    .map(escapeUnseen)
    .join('\t')
    .replace(/[&<>"']/g, (found) => entities[found] ?? found);
