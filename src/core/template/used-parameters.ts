import type { Range } from '../source/diagnostics.ts';

/** The parameters that templates use, in the order in which they were first met. */
export class UsedParameters {
  /** Occurrences by where they start: a template may be expanded more than once. */
  private readonly entries = new Map<string, { value: string; occurrences: Map<number, Range> }>();

  add(name: string, value: string, occurrence: Range): void {
    const entry = this.entries.get(name) ?? { value, occurrences: new Map<number, Range>() };
    if (!entry.occurrences.has(occurrence.start)) entry.occurrences.set(occurrence.start, occurrence);
    this.entries.set(name, entry);
  }

  list(): readonly {
    readonly name: string;
    readonly value: string;
    readonly occurrences: readonly Range[];
  }[] {
    return Array.from(this.entries, ([name, { value, occurrences }]) => {
      return { name, value, occurrences: Array.from(occurrences.values()) };
    });
  }
}
