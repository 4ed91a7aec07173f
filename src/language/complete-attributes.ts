/** Attributes that mean something in an Account XML (ACC-3, ACC-4, REW-2, REW-3). */

import { accountPath } from './account-at.ts';
import { type CompletionItem, type Completions, noCompletions, withCursor } from './completions.ts';
import type { Place } from './locate.ts';
import { actionTypes, callActionTypes, conditionTypes } from './rewriting-structures.ts';

type AttributeName = Extract<Place, { kind: 'attribute-name' }>;
type AttributeValue = Extract<Place, { kind: 'attribute-value' }>;

export function completeAttributeName(place: AttributeName): Completions {
  const { hasValue, range, touchesNext } = place;
  const there = otherAttributes(place);
  const offered = attributesOf(place).filter(([name]) => !there.has(name));
  const items = offered.map(([name, documentation]): CompletionItem => {
    const put = hasValue ? { insert: name } : withCursor(`${name}="|"${touchesNext ? ' ' : ''}`);
    return { label: name, ...put, kind: 'attribute', detail: '', documentation, goesOn: true };
  });
  return items.length === 0 ? noCompletions : { replace: range, items, incomplete: false };
}

/** All attributes of the tag but the one whose name it is. */
function otherAttributes({ element, before, hasValue, range }: AttributeName): ReadonlySet<string> {
  const after = element?.attributes.filter(({ valueRange }) => valueRange.start > range.end) ?? [];
  const others = hasValue ? after.slice(1) : after;
  return new Set([...before, ...others.map(({ name }) => name)]);
}

const type = 'What kind it is.\nREW-2, REW-3';
const param = 'What the number is compared with, or what is put into it.\nREW-2, REW-3';

function attributesOf({ path, tag }: AttributeName): readonly (readonly [name: string, what: string])[] {
  if (tag === 'condition' || tag === 'action')
    return [
      ['type', type],
      ['param', param],
    ];
  const found = accountPath(path);
  if (!found) return [];
  if (found.node === null)
    return [
      ['priority', 'Of two nodes of one name that of the greater priority counts.\ndocumented, ACC-4'],
      ['source', 'Where the node comes from. It changes nothing here.\nseen in the wild, ACC-4'],
    ];
  return tag === 'value' && found.rest.length === 0
    ? [['lang', 'The locale that this value is for.\ndocumented, ACC-3']]
    : [];
}

export function completeAttributeValue(place: AttributeValue): Completions {
  const types =
    place.tag === 'condition'
      ? conditionTypes
      : place.tag === 'action'
        ? [...actionTypes, ...callActionTypes]
        : [];
  if (place.attribute !== 'type' || types.length === 0) return noCompletions;
  const items = types.map(
    ({ type: name, what }): CompletionItem => ({
      label: name,
      insert: name + (place.missingQuote ?? ''),
      kind: 'value',
      detail: '',
      documentation: `${what}\n${place.tag === 'condition' ? 'REW-2' : 'REW-3'}`,
    }),
  );
  return { replace: place.range, items, incomplete: false };
}
