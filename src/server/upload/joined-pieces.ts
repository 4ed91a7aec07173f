/**
 * Pieces of a reply, joined until they are worth an event. A server may send each byte in a chunk of its
 * own: as events of their own these would be ninety times as large, and as slow to read.
 */

/** Bytes that wait for no others. */
const enough = 64 * 1024;
/** Pieces, which cost memory of their own. */
const most = 1024;
/** Milliseconds that the first one may wait, too few to be noticed. */
const moment = 10;

export class JoinedPieces {
  private readonly give: (bytes: Buffer) => void;
  private pieces: Buffer[] = [];
  private bytes = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(give: (bytes: Buffer) => void) {
    this.give = give;
  }

  add(piece: Buffer): void {
    this.pieces.push(piece);
    this.bytes += piece.length;
    if (this.bytes >= enough || this.pieces.length >= most) this.flush();
    else this.timer ??= setTimeout(() => this.flush(), moment);
  }

  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const [first, ...others] = this.pieces;
    if (first === undefined) return;
    const bytes = others.length === 0 ? first : Buffer.concat(this.pieces, this.bytes);
    this.pieces = [];
    this.bytes = 0;
    this.give(bytes);
  }
}
