import type { Range } from '../diagnostics.ts';

/** The parameters that templates use, in the order in which they were first met. */
export class UsedParameters {
  private readonly entries = new Map<string, { value: string; occurrences: Range[] }>();

  add(name: string, value: string, occurrence: Range): void {
    const entry = this.entries.get(name);
    if (!entry) this.entries.set(name, { value, occurrences: [occurrence] });
    else if (!entry.occurrences.some((range) => range.start === occurrence.start))
      entry.occurrences.push(occurrence);
  }

  list(): readonly {
    readonly name: string;
    readonly value: string;
    readonly occurrences: readonly Range[];
  }[] {
    return Array.from(this.entries, ([name, { value, occurrences }]) => ({ name, value, occurrences }));
  }
}
