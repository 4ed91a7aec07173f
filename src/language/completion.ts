/** What may be put in at a place of the Account XML. Never throws, whatever is half-typed there. */

import type { BuiltRequest, ReadDocument } from '../core/build-request.ts';
import type { XmlElement } from '../core/xml/xml-document.ts';
import { accountPath, isContainer, valueNode } from './account-at.ts';
import { completeAttributeName, completeAttributeValue } from './complete-attributes.ts';
import { completeElement } from './complete-keys.ts';
import { completeValue } from './complete-value.ts';
import { type CompletionItem, type Completions, noCompletions } from './completions.ts';
import { isOpen, locate } from './locate.ts';
import { documentOf } from './read-document.ts';
import { valueAt } from './value-at.ts';

/** `asked`: a person opened the list. `typed`: it opens by itself, after what was typed. */
export type Occasion = 'asked' | 'typed';

/** `text` may be a keystroke ahead of the text that `built` was built from. */
export function completeAt(
  text: string,
  offset: number,
  built: BuiltRequest,
  occasion: Occasion = 'asked',
): Completions {
  const document = documentOf(text, built);
  const place = locate(text, document.root, offset);
  switch (place.kind) {
    case 'nothing':
      return noCompletions;
    case 'tag-name':
      return completeElement(place.path, { text, document, replace: place.range, element: place.element });
    case 'end-tag':
      return completeEndTag(place.path, place.range);
    case 'attribute-name':
      return completeAttributeName(place);
    case 'attribute-value':
      return completeAttributeValue(place);
    case 'content': {
      const completions = completeContent(text, offset, place.path, place.inCdata, document, built);
      // An Enter would take what is offered: where nothing was begun it is to break the line.
      return occasion === 'asked' || completions.replace.start < offset ? completions : noCompletions;
    }
  }
}

function completeEndTag(path: readonly XmlElement[], replace: Completions['replace']): Completions {
  const element = path.at(-1);
  if (!element || !isOpen(element)) return noCompletions;
  const label = `</${element.name}>`;
  const documentation = `Closes <${element.name}>.`;
  return {
    replace,
    items: [{ label, insert: label, kind: 'structure', detail: 'end tag', documentation }],
    incomplete: false,
  };
}

function completeContent(
  text: string,
  offset: number,
  path: readonly XmlElement[],
  inCdata: boolean,
  document: ReadDocument,
  built: BuiltRequest,
): Completions {
  const element = path.at(-1);
  if (element === undefined || isContainer(element)) {
    if (inCdata) return noCompletions;
    const word = /[A-Za-z_][A-Za-z0-9_.-]*$/.exec(text.slice(Math.max(0, offset - 80), offset))?.[0] ?? '';
    const replace = { start: offset - word.length, end: offset };
    return completeElement(path, { text, document, replace, element: null });
  }
  const node = valueNode(path);
  const found = accountPath(path);
  if (!node || !found) return noCompletions;
  const value = valueAt(text, element, offset, inCdata);
  if (value.inReference) return noCompletions;
  const completions = completeValue({ key: node.name, value, account: found.account, document, built });
  return inCdata ? completions : withEntities(text, offset, completions);
}

const entities: readonly (readonly [entity: string, character: string])[] = [
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
];

/** After a plain `&`, how XML writes it: first, until more is typed of what it separates. */
function withEntities(text: string, offset: number, completions: Completions): Completions {
  const typed = /&[a-z]*$/.exec(text.slice(Math.max(0, offset - 8), offset))?.[0];
  if (typed === undefined) return completions;
  const replace = { start: offset - typed.length, end: offset };
  const items = entities.map(
    ([entity, character]): CompletionItem => ({
      label: entity,
      insert: entity,
      kind: 'entity',
      detail: character,
      documentation: `How XML writes ${character} in a value.\nACC-5`,
    }),
  );
  const isSamePlace = completions.replace.start === replace.start && completions.replace.end === replace.end;
  const others = isSamePlace ? completions.items : [];
  const isBare = typed === '&';
  return { replace, items: isBare ? [...items, ...others] : [...others, ...items], incomplete: false };
}
