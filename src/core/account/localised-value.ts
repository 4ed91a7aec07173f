/** Which text of a node is its value: one of its localised ones, or its own (ACC-2, ACC-3). */
import { ownText } from '../xml/read-xml.ts';
import { type SourceText, trimSourceText } from '../xml/source-text.ts';
import type { XmlElement } from '../xml/xml-document.ts';

/** The node's value, and the element whose own text it is; null where neither it nor any `<value>` has one. */
export interface ValueInEffect {
  readonly value: SourceText;
  readonly element: XmlElement | null;
}

export function valueInEffect(text: string, node: XmlElement, locale: string | undefined): ValueInEffect {
  const localised = node.children.filter((child) => child.name === 'value');
  const element = localisedValue(localised, locale) ?? node;
  const value = trimSourceText(ownText(text, element));
  if (element !== node || localised.length === 0 || value.text !== '') return { value, element };
  // What stands around the <value>s is white space: the value is empty, and stands nowhere.
  const at = node.startTag.end;
  return { value: { text: '', runs: [], place: { start: at, end: at } }, element: null };
}

/** The chosen locale, else its language alone, else no `lang`; of several the last counts, as in ACC-4. */
function localisedValue(values: readonly XmlElement[], locale: string | undefined): XmlElement | undefined {
  const lang = (value: XmlElement) => value.attributes.find(({ name }) => name === 'lang')?.value;
  const ofLocale = (wanted: string | undefined) =>
    wanted ? values.findLast((value) => localeForm(lang(value) ?? '') === wanted) : undefined;
  const chosen = locale === undefined ? undefined : localeForm(locale);
  return (
    ofLocale(chosen) ??
    ofLocale(chosen?.split('-', 1)[0]) ??
    values.findLast((value) => lang(value) === undefined)
  );
}

/** One spelling of a locale: letter case does not count, and `-` and `_` are alike. */
export function localeForm(locale: string): string {
  return locale.trim().toLowerCase().replaceAll('_', '-');
}
