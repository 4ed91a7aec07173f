/** Reads a header's value from left to right, each character a bounded number of times (RFC 9110, section 5.6). */

const tokenCharacter = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]$/;
const token68Character = /^[A-Za-z0-9\-._~+/]$/;

export class FieldScanner {
  at = 0;
  /** Characters looked at so far: what reading costs. */
  reads = 0;
  private readonly value: string;

  constructor(value: string) {
    this.value = value;
  }

  get isAtEnd(): boolean {
    return this.at >= this.value.length;
  }

  /** The next character, or nothing at the end. */
  peek(): string {
    this.reads += 1;
    return this.value.charAt(this.at);
  }

  /** Skips spaces and tabs. */
  skipSpace(): void {
    while (isSpace(this.peek())) this.at += 1;
  }

  /** Skips spaces, tabs and commas. */
  skipSeparators(): void {
    for (let next = this.peek(); isSpace(next) || next === ','; next = this.peek()) this.at += 1;
  }

  /** A token; empty where none stands here. */
  token(): string {
    return this.run(tokenCharacter);
  }

  /** Skips a token68 (RFC 9110, section 11.2), its padding included, and says whether one stood here. */
  skipToken68(): boolean {
    const start = this.at;
    this.run(token68Character);
    if (this.at === start) return false;
    while (this.peek() === '=') this.at += 1;
    return true;
  }

  /** After its opening quote: what is in quotes, or null where they are not closed. */
  quoted(): string | null {
    const pieces: string[] = [];
    let from = this.at;
    while (!this.isAtEnd) {
      const next = this.peek();
      if (next === '"') {
        pieces.push(this.value.slice(from, this.at));
        this.at += 1;
        return pieces.join('');
      }
      if (next === '\\') {
        pieces.push(this.value.slice(from, this.at));
        from = this.at + 1;
        this.at += 1;
      }
      this.at += 1;
    }
    return null;
  }

  private run(character: RegExp): string {
    const start = this.at;
    for (let next = this.peek(); next !== '' && character.test(next); next = this.peek()) this.at += 1;
    return this.value.slice(start, this.at);
  }
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\t';
}
