/** The parameters that a form offers to insert into a template. */
import { mediaContent, parameterCatalogue } from '../../core/template/parameter-catalogue.ts';

export interface Insertable {
  /** What is inserted; the selection goes between the two. */
  readonly before: string;
  readonly after: string;
  /** The parameter's name; null for a call. */
  readonly parameter: string | null;
  readonly about: string;
}

export interface InsertableGroup {
  readonly title: string;
  readonly items: readonly Insertable[];
}

/** `nodes` of this document; `withMedia` only in a part's value (MP-3). */
export function insertableParameters(
  nodes: readonly string[],
  withMedia: boolean,
): readonly InsertableGroup[] {
  const known = (scope: 'service' | 'global') =>
    parameterCatalogue
      .filter((one) => one.scope === scope && (withMedia || one.name !== mediaContent))
      .map(({ name, description }) => parameter(name, description));
  const sha1: Insertable = {
    before: '%sha1(',
    after: ')%',
    parameter: null,
    about: 'The SHA-1 of what stands between, as lower-case hex.',
  };
  return [
    { title: 'Upload', items: known('service') },
    {
      title: 'Account',
      items: nodes.map((node) => parameter(`account[${node}]`, `The value of <${node}>.`)),
    },
    { title: 'Function', items: [sha1] },
    { title: 'App', items: known('global') },
  ].filter(({ items }) => items.length > 0);
}

/** The text with `insertable` at a selection, and the selection after that. */
export function withInserted(
  text: string,
  { before, after }: Insertable,
  start: number,
  end: number,
): { readonly text: string; readonly start: number; readonly end: number } {
  const inner = after === '' ? '' : text.slice(start, end);
  const edited = text.slice(0, start) + before + inner + after + text.slice(end);
  const at = start + before.length;
  return { text: edited, start: at, end: at + inner.length };
}

function parameter(name: string, about: string): Insertable {
  return { before: `%${name}%`, after: '', parameter: name, about };
}
