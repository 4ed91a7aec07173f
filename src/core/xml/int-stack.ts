/** Whole numbers of 32 bits, four bytes each: a million open tags as objects would cost fifty times that. */
export class IntStack {
  length = 0;
  private items = new Int32Array(64);

  push(value: number): void {
    if (this.length === this.items.length) {
      const grown = new Int32Array(this.length * 2);
      grown.set(this.items);
      this.items = grown;
    }
    this.items[this.length++] = value;
  }

  /** -1 where it is empty. */
  pop(): number {
    return this.length === 0 ? -1 : (this.items[--this.length] ?? -1);
  }

  /** The last one; -1 where it is empty. */
  top(): number {
    return this.at(this.length - 1);
  }

  at(index: number): number {
    return this.items[index] ?? -1;
  }
}
