/** The locales for which an account has values of its own (ACC-3), for a picker. */
import type { XmlElement } from '../core/xml/xml-document.ts';

/** In document order, each once, ignoring case; as the document writes it first. */
export function documentLocales(account: XmlElement | null): readonly string[] {
  const found = new Map<string, string>();
  for (const node of account?.children ?? []) {
    for (const value of node.children) {
      if (value.name !== 'value') continue;
      const locale = value.attributes.find(({ name }) => name === 'lang')?.value;
      if (locale && !found.has(locale.toLowerCase())) found.set(locale.toLowerCase(), locale);
    }
  }
  return Array.from(found.values());
}
