/**
 * The parameter fields of pane 3: recipient and description, the others that the templates use, then all
 * the rest. Their order doesn't depend on the templates, so that none moves while the XML is edited.
 */
import type { UsedParameter, ValueSource } from '../../core/build-request.ts';
import { isSecretName } from '../../core/secrets/secret-names.ts';
import {
  isCatalogueParameter,
  mediaContent,
  parameterCatalogue,
  recipient,
} from '../../core/template/parameter-catalogue.ts';

export interface ParameterRow {
  readonly name: string;
  /** What its field shows: what the person set, else what a template gets for it. */
  readonly value: string;
  readonly source: ValueSource;
  readonly secret: boolean;
  /** By the templates as they are. */
  readonly isUsed: boolean;
  /** Set by the person, so that it can be reset. */
  readonly isSet: boolean;
  /** A custom parameter, so that resetting it removes it. */
  readonly isOwn: boolean;
  readonly description: string | null;
}

export interface ParameterRows {
  /** Those that are always there, and those in use. */
  readonly main: readonly ParameterRow[];
  readonly others: readonly ParameterRow[];
}

const always: readonly string[] = [recipient, 'description'];

/** Recipient and description have no other source than the person. */
export const isAlways = (name: string) => always.includes(name);

const descriptions = new Map(parameterCatalogue.map(({ name, description }) => [name, description]));

/** `fromMedia`: what the media gives, by name, for those that no template uses. */
export function parameterRows(
  used: readonly UsedParameter[],
  set: Readonly<Record<string, string>>,
  fromMedia: Readonly<Record<string, string>>,
): ParameterRows {
  const ownValue = (name: string) => (Object.hasOwn(set, name) ? set[name] : undefined);
  const usedNames = new Set(used.map(({ name }) => name));
  const rowOf = (name: string, value: string, source: ValueSource, secret: boolean): ParameterRow => ({
    name,
    value,
    source,
    secret,
    isUsed: usedNames.has(name),
    isSet: Object.hasOwn(set, name),
    isOwn: !isCatalogueParameter(name) && !name.startsWith('account['),
    description: descriptions.get(name) ?? null,
  });
  const known = parameterCatalogue.map(({ name }) => name);
  // It has no value to show, unless the person gave it one.
  const isShown = (name: string) =>
    name !== mediaContent || usedNames.has(name) || ownValue(name) !== undefined;
  const names = [...always, ...known, ...[...usedNames, ...Object.keys(set)].toSorted()].filter(isShown);
  const usedByName = new Map(used.map((parameter) => [parameter.name, parameter]));
  const rows = [...new Set(names)].map((name) => {
    const own = ownValue(name);
    const inUse = usedByName.get(name);
    // A field shows what the person typed at once and to the letter: `used` lags behind the typing,
    // and its recipient went through the account's number rewriting.
    if (inUse) return rowOf(name, own ?? inUse.value, inUse.source, inUse.secret);
    const given = fromMedia[name];
    const source: ValueSource =
      own !== undefined ? { kind: 'user' } : given !== undefined ? { kind: 'media' } : { kind: 'unset' };
    return rowOf(name, own ?? given ?? '', source, isSecretName(name));
  });
  const isMain = ({ name, isUsed }: ParameterRow) => isUsed || isAlways(name);
  return { main: rows.filter(isMain), others: rows.filter((row) => !isMain(row)) };
}
