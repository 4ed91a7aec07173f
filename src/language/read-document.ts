import { type Account, readAccount } from '../core/account/read-account.ts';
import type { BuiltRequest, ReadDocument } from '../core/build-request.ts';
import { accountNodeOf, isCatalogueParameter, recipientAlias } from '../core/template/parameter-catalogue.ts';
import type { XmlElement } from '../core/xml/xml-document.ts';

/**
 * The document of a text: as it was read for the request, or read now where the text is a keystroke
 * ahead of the request. Never read more than once for a question.
 */
export function documentOf(text: string, built: BuiltRequest): ReadDocument {
  return text === built.inputs.xml ? built.document : readAccount(text, built.inputs);
}

/** Whether a name between percent signs is a parameter's, as the request was built (TPL-4 asks). */
export function knownNames(built: BuiltRequest): (name: string) => boolean {
  const own = built.inputs.parameters;
  return (name) =>
    Object.hasOwn(own, name) ||
    accountNodeOf(name) !== undefined ||
    isCatalogueParameter(name) ||
    name === recipientAlias;
}

/** Whether this is the account that the request was built for. */
export function isChosen(account: Account | null, element: XmlElement): boolean {
  return account !== null && account.element.range.start === element.range.start;
}
