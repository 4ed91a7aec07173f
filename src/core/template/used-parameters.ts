import type { Range } from '../source/diagnostics.ts';

/** The parameters that templates use, in the order in which they were first met. */
export class UsedParameters {
  /** Occurrences by where they start: a template may be expanded more than once. */
  private readonly entries = new Map<string, { value: string; occurrences: Map<number, Range> }>();

  /** Those of which the service knows nothing (TPL-3, TPL-5). */
  private readonly strangers = new Map<string, Map<number, Range>>();

  add(name: string, value: string, occurrence: Range): void {
    const entry = this.entries.get(name) ?? { value, occurrences: new Map<number, Range>() };
    if (!entry.occurrences.has(occurrence.start)) entry.occurrences.set(occurrence.start, occurrence);
    this.entries.set(name, entry);
  }

  addUnknown(name: string, occurrence: Range): void {
    const occurrences = this.strangers.get(name) ?? new Map<number, Range>();
    occurrences.set(occurrence.start, occurrence);
    this.strangers.set(name, occurrences);
  }

  unknown(): readonly { readonly name: string; readonly occurrences: readonly Range[] }[] {
    return Array.from(this.strangers, ([name, occurrences]) => {
      return { name, occurrences: Array.from(occurrences.values()) };
    });
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
