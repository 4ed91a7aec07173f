import type { TextEdit } from '../source/diagnostics.ts';
import { maxFaults, type XmlFault } from './xml-document.ts';

/** Collects faults up to a limit, so that nonsense of a megabyte stays cheap. */
export class FaultList {
  readonly faults: XmlFault[] = [];
  more = 0;
  private readonly onlyFirst: boolean;

  constructor(onlyFirst = false) {
    this.onlyFirst = onlyFirst;
  }

  /** Only the first fault is wanted, and it was found: reading can stop. */
  get isEnough(): boolean {
    return this.onlyFirst && this.faults.length > 0;
  }

  add(
    message: string,
    start: number,
    end: number,
    fix?: { title: string; edits: readonly TextEdit[] },
  ): void {
    if (this.faults.length >= maxFaults) this.more++;
    else this.faults.push({ message, range: { start, end }, ...(fix && { fix }) });
  }

  /** A fault whose fix is to write `text` instead. */
  addReplaceable(message: string, start: number, end: number, title: string, text: string): void {
    this.add(message, start, end, { title, edits: [{ range: { start, end }, text }] });
  }
}
