/** A HAR as its bytes come: the list of its entries, and the one that is wanted. */
import type { Capture, CapturedEntry, CaptureFault } from './captured.ts';
import { joined, mostCaptured } from './captured.ts';
import { HarScanner } from './har-scanner.ts';
import { parseJson } from './json-values.ts';
import { harSummary, isHarEntry, readHarEntry } from './read-har.ts';

/** So many are listed. */
const mostEntries = 5000;

export interface HarListing {
  /** In the order of the file; at most 5,000. */
  readonly entries: readonly CapturedEntry[];
  readonly count: number;
  /** The one that was asked for, else the only one, else the only upload; null where a person must pick. */
  readonly chosen: { readonly index: number; readonly capture: Capture } | null;
}

export class HarReader {
  private readonly scanner: HarScanner;
  private readonly entries: CapturedEntry[] = [];
  /** Of the entry asked for, or of the first upload, or of the first one. */
  private kept: { readonly index: number; readonly value: unknown } | null = null;
  private uploads = 0;
  /** Until it is known to be a list: it may be an entry alone. */
  private whole: Uint8Array[] | null = [];
  private size = 0;
  private tooLarge = 0;
  private readonly wanted: number | null;

  /** `wanted`: index of an entry; null leaves the choice. */
  constructor(wanted: number | null) {
    this.wanted = wanted;
    this.scanner = new HarScanner(({ index, bytes }) => this.take(index, bytes));
  }

  add(chunk: Uint8Array): void {
    this.size += chunk.length;
    this.scanner.add(chunk);
    if (this.scanner.sawEntries || this.size > mostCaptured) this.whole = null;
    else this.whole?.push(chunk.slice());
  }

  end(): HarListing {
    if (!this.scanner.sawEntries) return this.alone();
    const kept = this.kept;
    const { count } = this.scanner;
    const isClear = kept !== null && (this.wanted !== null || count === 1 || this.uploads === 1);
    return {
      entries: this.entries,
      count,
      chosen: isClear ? { index: kept.index, capture: this.withFaults(readHarEntry(kept.value)) } : null,
    };
  }

  /** Worth telling about the file, beside what an entry says. */
  faults(): readonly CaptureFault[] {
    const faults: CaptureFault[] = [];
    const add = (code: CaptureFault['code'], text: string) =>
      faults.push({ severity: 'note', code, text, at: null });
    if (this.scanner.sawEntries && !this.scanner.isWhole)
      add('not-har', 'The HAR is cut: it is read as far as its entries are whole.');
    if (this.tooLarge > 0)
      add('too-large', `${this.tooLarge} entries are larger than 64 MiB, and are not read.`);
    return faults;
  }

  private withFaults(capture: Capture): Capture {
    return { ...capture, faults: [...this.faults(), ...capture.faults] };
  }

  private take(index: number, bytes: Uint8Array | null): void {
    const value = bytes === null ? undefined : parseJson(new TextDecoder().decode(bytes));
    if (bytes === null) this.tooLarge += 1;
    const summary = harSummary(value);
    if (this.entries.length < mostEntries) this.entries.push(summary);
    if (summary.isUpload) this.uploads += 1;
    const isFirst = this.wanted === null && (index === 0 || (summary.isUpload && this.uploads === 1));
    if (index === this.wanted || isFirst) this.kept = { index, value };
  }

  /** An entry alone, or the request of one. */
  private alone(): HarListing {
    const value = parseJson(new TextDecoder().decode(joined(this.whole ?? [])));
    const capture = isHarEntry(value) ? readHarEntry(value) : noHar;
    const entries = isHarEntry(value) ? [harSummary(value)] : [];
    return { entries, count: entries.length, chosen: { index: 0, capture } };
  }
}

const noHar: Capture = {
  source: 'har',
  request: null,
  reply: null,
  faults: [
    {
      severity: 'fault',
      code: 'not-har',
      text: 'This begins like JSON and is no HAR: it has no entries, and no request with a method and a url.',
      at: null,
    },
  ],
};
