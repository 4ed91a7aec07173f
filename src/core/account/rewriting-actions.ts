/** The actions of a rewriting rule that act on the address (REW-3). */
import type { Assumptions } from '../assumptions.ts';
import type { XmlElement } from '../xml/xml-document.ts';
import { attribute, type Stretch } from './rewriting-conditions.ts';
import { type AddressActionName, addressActionNames, isAddressAction } from './rewriting-names.ts';

/** The address, and the range in it that the first text condition matched. */
export interface Matched {
  readonly address: string;
  readonly at: Stretch | undefined;
}

export interface AddressAction {
  readonly type: AddressActionName;
  readonly param: string;
}

/** Those that act on the address, as they stand in the document; all others leave it alone. */
export function addressActions(actions: readonly XmlElement[]): readonly AddressAction[] {
  return actions.flatMap((action) => {
    const type = attribute(action, 'type') ?? '';
    return isAddressAction(type) ? [{ type, param: attribute(action, 'param') ?? '' }] : [];
  });
}

/** In the order in which they are done: an assumption (REW-3). */
export function inOrder(
  actions: readonly AddressAction[],
  order: Assumptions['rewriting-order'],
): readonly AddressAction[] {
  switch (order) {
    case 'document':
      return actions;
    case 'type':
      return addressActionNames.flatMap((type) => actions.filter((action) => action.type === type));
  }
}

/** Actions come one after the other, each on what the one before left. */
export function applyAction({ type, param }: AddressAction, matched: Matched): Matched {
  switch (type) {
    case 'replace':
      return replace(matched, param);
    case 'prepend':
      return { address: param + matched.address, at: shift(matched.at, param.length) };
    case 'append':
      return { address: matched.address + param, at: matched.at };
    case 'continue':
      return matched;
  }
}

function replace({ address, at }: Matched, param: string): Matched {
  if (!at) return { address, at };
  if (at.isFront) return { address: param + address, at };
  const replaced = address.slice(0, at.start) + param + address.slice(at.end);
  return { address: replaced, at: { start: at.start, end: at.start + param.length } };
}

function shift(at: Stretch | undefined, by: number): Stretch | undefined {
  return at && !at.isFront ? { start: at.start + by, end: at.end + by } : at;
}
