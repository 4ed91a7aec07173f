/** A context without a default: a view outside its provider is a mistake that says so at once. */
import { createContext, type Provider, useContext } from 'react';

export function requiredContext<T extends object>(name: string): readonly [Provider<T | null>, () => T] {
  const context = createContext<T | null>(null);
  const use = () => {
    const value = useContext(context);
    if (value === null) throw new Error(`use${name} is used outside ${name}Provider.`);
    return value;
  };
  return [context.Provider, use];
}
