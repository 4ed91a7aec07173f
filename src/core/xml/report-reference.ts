import type { FaultList } from './fault-list.ts';
import { readReference } from './references.ts';

/** Names of entities that a document type declaration declares: defined, but never expanded. */
export type Entities = ReadonlySet<string> | undefined;

/** Notes what is wrong with the `&` at `at`, with the fix that keeps how the text is read (ACC-5). */
export function reportReference(text: string, at: number, entities: Entities, faults: FaultList): void {
  const found = readReference(text, at);
  const edits = [{ range: { start: at, end: at + 1 }, text: '&amp;' }];
  const fix = { title: 'Write &amp;', edits };
  switch (found.kind) {
    case 'text':
      return;
    case 'raw':
      faults.add('A plain & must be written &amp;.', at, at + 1, fix);
      return;
    case 'entity':
      if (entities?.has(found.name)) return;
      faults.add(
        `XML knows no entity &${found.name};. For a plain & write &amp;.`,
        at,
        at + found.length,
        fix,
      );
      return;
    case 'forbidden': {
      const written = text.slice(at, at + found.length);
      faults.add(`XML can't hold the character ${written}: remove it.`, at, at + found.length);
      return;
    }
  }
}
