/** A template cut into runs: parameters, those inside calls too, and what stands between them. */
import { accountNodeOf, isCatalogueParameter } from '../../core/template/parameter-catalogue.ts';
import { parseTemplate, type TemplateToken } from '../../core/template/template-tokens.ts';

export interface TemplateRun {
  readonly text: string;
  /** The name of the parameter that the run is; null for other text. */
  readonly parameter: string | null;
}

/** Whether a name between percent signs is a parameter's, as the request takes it (TPL-4). */
export function isKnownParameter(own: Readonly<Record<string, string>>): (name: string) => boolean {
  return (name) =>
    Object.hasOwn(own, name) || accountNodeOf(name) !== undefined || isCatalogueParameter(name);
}

export function templateRuns(text: string, isKnown: (name: string) => boolean): readonly TemplateRun[] {
  const runs: TemplateRun[] = [];
  let from = 0;
  for (const { start, end, name } of parametersOf(parseTemplate(text, isKnown))) {
    if (start > from) runs.push({ text: text.slice(from, start), parameter: null });
    runs.push({ text: text.slice(start, end), parameter: name });
    from = end;
  }
  if (from < text.length) runs.push({ text: text.slice(from), parameter: null });
  return runs;
}

/** By a list of its own: calls may be nested a thousand deep. */
function parametersOf(tokens: readonly TemplateToken[]) {
  const found: { readonly start: number; readonly end: number; readonly name: string }[] = [];
  const open = [...tokens];
  for (let token = open.pop(); token !== undefined; token = open.pop()) {
    if (token.kind === 'parameter') found.push(token);
    else if (token.kind === 'call') for (const inner of token.argument) open.push(inner);
  }
  return found.sort((a, b) => a.start - b.start);
}
