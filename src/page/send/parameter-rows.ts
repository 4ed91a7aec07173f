/** The parameter fields of pane 3: those that the templates use, then all the others. */
import type { UsedParameter, ValueSource } from '../../core/build-request.ts';
import {
  isCatalogueParameter,
  isSecret,
  mediaContent,
  parameterCatalogue,
} from '../../core/template/parameter-catalogue.ts';

export interface ParameterRow {
  readonly name: string;
  /** What its field shows: what the person set, else what a template gets for it. */
  readonly value: string;
  readonly source: ValueSource;
  readonly secret: boolean;
  /** Set by the person, so that it can be reset. */
  readonly isSet: boolean;
  /** A custom parameter, so that resetting it removes it. */
  readonly isOwn: boolean;
  readonly description: string | null;
}

export interface ParameterRows {
  readonly used: readonly ParameterRow[];
  readonly others: readonly ParameterRow[];
}

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
    isSet: Object.hasOwn(set, name),
    isOwn: !isCatalogueParameter(name) && !name.startsWith('account['),
    description: descriptions.get(name) ?? null,
  });
  const known = parameterCatalogue.map(({ name }) => name);
  const otherNames = new Set([...known, ...Object.keys(set)]);
  // It has no value to show, unless the person gave it one.
  if (ownValue(mediaContent) === undefined) otherNames.delete(mediaContent);
  const others = [...otherNames].filter((name) => !usedNames.has(name));
  return {
    // A field shows what the person typed at once and to the letter: `used` lags behind the typing,
    // and its recipient went through the account's number rewriting.
    used: used.map(({ name, value, source, secret }) => rowOf(name, ownValue(name) ?? value, source, secret)),
    others: others.map((name) => {
      const own = ownValue(name);
      const given = fromMedia[name];
      const source: ValueSource =
        own !== undefined ? { kind: 'user' } : given !== undefined ? { kind: 'media' } : { kind: 'unset' };
      return rowOf(name, own ?? given ?? '', source, isSecret(name));
    }),
  };
}
