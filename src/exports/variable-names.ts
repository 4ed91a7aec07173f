/** Names of variables for secrets: one for each text that is sent. */
import type { UsedVariable, Variable } from './exported-request.ts';

/** So that they stand together, and are no variable that a system has (`PASSWORD`, `TOKEN`). */
const prefix = 'MEDIA_UPLOAD_';

export class VariableNames {
  readonly #byText = new Map<string, { name: string; places: Set<string> }>();
  readonly #counts = new Map<string, number>();

  of({ name, text }: { readonly name: string; readonly text: string }, place: string): Variable {
    const known = this.#byText.get(text);
    known?.places.add(place);
    if (known) return { variable: known.name };
    const base = prefix + name.replace(/_\d+$/, '');
    const count = (this.#counts.get(base) ?? 0) + 1;
    this.#counts.set(base, count);
    const variable = count === 1 ? base : `${base}_${count}`;
    this.#byText.set(text, { name: variable, places: new Set([place]) });
    return { variable };
  }

  used(): readonly UsedVariable[] {
    return Array.from(this.#byText.values(), ({ name, places }) => ({ name, places: [...places] }));
  }

  values(): Readonly<Record<string, string>> {
    return Object.fromEntries(Array.from(this.#byText, ([text, { name }]) => [name, text]));
  }
}
