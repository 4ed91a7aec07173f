/** The keys of this service alone, as they stand in the document, for another Account XML or a colleague. */

import { serviceKeys } from '../../core/account/service-keys.ts';
import type { BuiltRequest } from '../../core/build-request.ts';
import { secretNodes } from '../../core/secrets/secret-nodes.ts';

/** In the order of the document, a key a line. Values of passwords are left out unless they were asked for. */
export function keySnippet({ document, inputs }: BuiltRequest, withSecrets: boolean): string {
  const nodes = serviceKeys.flatMap((key) => document.account?.nodes.get(key) ?? []);
  const places = nodes.map(({ range }) => range).toSorted((a, b) => a.start - b.start);
  const keys = places.map(({ start, end }) => `${inputs.xml.slice(start, end)}\n`);
  const snippet = keys.join('');
  return withSecrets ? snippet : withoutSecrets(snippet);
}

function withoutSecrets(xml: string): string {
  let kept = '';
  let from = 0;
  for (const { start, end } of secretNodes(xml)) {
    kept += xml.slice(from, start);
    from = end;
  }
  return kept + xml.slice(from);
}
