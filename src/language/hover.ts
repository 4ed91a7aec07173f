/** What the thing under the pointer is. Never throws, whatever is half-typed there. */

import type { BuiltRequest } from '../core/build-request.ts';
import type { Range } from '../core/source/diagnostics.ts';
import type { XmlElement } from '../core/xml/xml-document.ts';
import { accountPath, valueNode } from './account-at.ts';
import { hoverElement } from './hover-element.ts';
import { hoverHeader } from './hover-header.ts';
import { hoverParameter } from './hover-parameter.ts';
import type { Hover } from './hovers.ts';
import { locate } from './locate.ts';
import { documentOf } from './read-document.ts';
import { valueAt } from './value-at.ts';

/** `text` may be a keystroke ahead of the text that `built` was built from. */
export function hoverAt(text: string, offset: number, built: BuiltRequest): Hover | null {
  const document = documentOf(text, built);
  const place = locate(text, document.root, offset);
  switch (place.kind) {
    case 'nothing':
      return null;
    case 'tag-name':
      return place.element && hoverElement(text, place.element, place.path, place.element.nameRange, built);
    case 'end-tag': {
      const element = place.path.at(-1);
      if (!element?.endTag || element.endTag.start !== place.range.start) return null;
      const start = place.range.start + 2;
      const range = { start, end: start + element.name.length };
      if (offset < range.start || offset > range.end) return null;
      return hoverElement(text, element, place.path.slice(0, -1), range, built);
    }
    case 'attribute-name':
      return hoverAttribute(text, place.tag, place.path, place.range);
    case 'attribute-value':
      return null;
    case 'content':
      return hoverValue(text, offset, place.path, place.inCdata, built);
  }
}

function hoverValue(
  text: string,
  offset: number,
  path: readonly XmlElement[],
  inCdata: boolean,
  built: BuiltRequest,
): Hover | null {
  const element = path.at(-1);
  const node = valueNode(path);
  const account = accountPath(path)?.account;
  if (!element || !node || !account) return null;
  const question = { key: node.name, value: valueAt(text, element, offset, inCdata), account, built };
  return hoverParameter(text, question) ?? hoverHeader(question);
}

function hoverAttribute(text: string, tag: string, path: readonly XmlElement[], range: Range): Hover | null {
  const found = accountPath(path);
  const name = text.slice(range.start, range.end);
  if (name === 'lang' && tag === 'value' && found?.node)
    return {
      range,
      title: 'lang',
      paragraphs: [
        'The locale that this value is for. The value of the chosen locale counts, whatever the letter case, - and _ alike; else that of its language alone (cs for cs-CZ); else the one without lang; else the node’s own text; else the value is empty.',
      ],
      rows: [{ label: 'Standing', value: 'documented; that the language alone counts is inferred (ACC-3)' }],
    };
  if (name === 'priority' && found && !found.node)
    return {
      range,
      title: 'priority',
      paragraphs: [
        'An integer, 0 where absent. Of two nodes of one name the later one counts if its priority is greater or equal.',
      ],
      rows: [{ label: 'Standing', value: 'documented for merging, inferred here (ACC-4)' }],
    };
  if (name === 'source' && found && !found.node)
    return {
      range,
      title: 'source',
      paragraphs: [
        'Common beside priority. It changes nothing here; which node counts is for priority alone.',
      ],
      rows: [{ label: 'Standing', value: 'seen in the wild (ACC-4)' }],
    };
  return null;
}
