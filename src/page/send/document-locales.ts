/** The locales for which an account has values of its own (ACC-3), for a picker. */
import { localeForm } from '../../core/account/localised-value.ts';
import type { XmlElement } from '../../core/xml/xml-document.ts';

/** In document order, each once, however it is spelt; as the document writes it first. */
export function documentLocales(account: XmlElement | null): readonly string[] {
  const found = new Map<string, string>();
  for (const node of account?.children ?? []) {
    for (const value of node.children) {
      if (value.name !== 'value') continue;
      const locale = value.attributes.find(({ name }) => name === 'lang')?.value;
      if (locale && !found.has(localeForm(locale))) found.set(localeForm(locale), locale);
    }
  }
  return Array.from(found.values());
}
