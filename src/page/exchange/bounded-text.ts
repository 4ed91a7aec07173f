/** A text that is written piece by piece and kept only as far as somebody will look. */
export class BoundedText {
  /** Characters. */
  private readonly limit: number;
  text = '';
  /** Of all that was written, kept or not. */
  length = 0;

  constructor(limit = Number.POSITIVE_INFINITY) {
    this.limit = limit;
  }

  add(piece: string): void {
    this.length += piece.length;
    const room = this.limit - this.text.length;
    if (room > 0) this.text += piece.length <= room ? piece : piece.slice(0, room);
  }
}
