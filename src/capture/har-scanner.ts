/**
 * Finds the entries of a HAR in its bytes as they come: a file of any size is read in the memory of its largest
 * entry, and one that is cut is read as far as it goes. What an entry holds is for `JSON.parse`.
 */
import { joined, mostCaptured } from './captured.ts';

export interface HarSlice {
  readonly index: number;
  /** Null where the entry is larger than what is read of one. */
  readonly bytes: Uint8Array | null;
}

const quote = 0x22;
const backslash = 0x5c;
const entriesName = [...'entries'].map((character) => character.charCodeAt(0));

export class HarScanner {
  /** Depth of braces and brackets outside of entries. */
  private depth = 0;
  private inString = false;
  private escaped = false;
  /** The bytes of a short string, to know the name `entries`. */
  private name: number[] = [];
  private lastName: number[] = [];
  private expectsEntries = false;
  private phase: 'before' | 'entries' | 'entry' | 'after' = 'before';
  private entryDepth = 0;
  private pieces: Uint8Array[] = [];
  private size = 0;
  private found = 0;
  private readonly onEntry: (slice: HarSlice) => void;

  constructor(onEntry: (slice: HarSlice) => void) {
    this.onEntry = onEntry;
  }

  /** The array of entries began: this is a HAR. */
  get sawEntries(): boolean {
    return this.phase !== 'before';
  }

  /** It also ended. */
  get isWhole(): boolean {
    return this.phase === 'after';
  }

  get count(): number {
    return this.found;
  }

  add(chunk: Uint8Array): void {
    let entryStart = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0;
      if (this.inString) {
        if (this.escaped) this.escaped = false;
        else if (byte === backslash) this.escaped = true;
        else if (byte === quote) {
          this.inString = false;
          this.lastName = this.name;
        } else if (this.phase === 'before') {
          if (this.name.length < 9) this.name.push(byte);
        } else if (this.phase === 'entry') {
          // Most of a large file are long texts: the next quote or backslash is all that matters in one.
          while (at + 1 < chunk.length && chunk[at + 1] !== quote && chunk[at + 1] !== backslash) at += 1;
        }
        continue;
      }
      if (byte === quote) {
        this.inString = true;
        this.name = [];
        continue;
      }
      switch (this.phase) {
        case 'before':
          this.readBefore(byte);
          break;
        case 'entries':
          if (byte === 0x7b) {
            this.phase = 'entry';
            this.entryDepth = 1;
            this.pieces = [];
            this.size = 0;
            entryStart = at;
          } else if (byte === 0x5d) this.phase = 'after';
          break;
        case 'entry':
          if (byte === 0x7b || byte === 0x5b) this.entryDepth += 1;
          else if (byte === 0x7d || byte === 0x5d) {
            this.entryDepth -= 1;
            if (this.entryDepth === 0) {
              this.keep(chunk.subarray(entryStart, at + 1));
              this.phase = 'entries';
              this.give();
            }
          }
          break;
        case 'after':
          return;
      }
    }
    if (this.phase === 'entry') this.keep(chunk.subarray(entryStart));
  }

  /** `entries` in the outermost object or in `log`; or a bare array of entries. */
  private readBefore(byte: number): void {
    if (byte === 0x3a) this.expectsEntries = this.depth <= 2 && isEntries(this.lastName);
    else if (byte === 0x5b) {
      if (this.expectsEntries || this.depth === 0) this.phase = 'entries';
      else this.depth += 1;
      this.expectsEntries = false;
    } else if (byte === 0x7b) {
      this.depth += 1;
      this.expectsEntries = false;
    } else if (byte === 0x7d || byte === 0x5d) this.depth -= 1;
    else if (byte > 0x20) this.expectsEntries = false;
  }

  private keep(bytes: Uint8Array): void {
    this.size += bytes.length;
    if (this.size > mostCaptured) this.pieces = [];
    // A copy: the chunk may be used again by whoever reads the file.
    else this.pieces.push(bytes.slice());
  }

  private give(): void {
    const bytes = this.size > mostCaptured ? null : joined(this.pieces);
    this.pieces = [];
    this.onEntry({ index: this.found, bytes });
    this.found += 1;
  }
}

function isEntries(name: readonly number[]): boolean {
  return name.length === entriesName.length && name.every((byte, at) => byte === entriesName[at]);
}
