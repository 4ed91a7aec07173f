import type { Range } from '../diagnostics.ts';
import type { ScannedTag } from './scan-tag.ts';
import type { TextRun } from './source-text.ts';
import type { XmlAttribute, XmlElement } from './xml-document.ts';

const noChildren: XmlElement[] = [];
const noTexts: TextRun[] = [];

/** An element while its content is read. Ranges are made when asked for: most never are. */
export class OpenElement implements XmlElement {
  readonly name: string;
  readonly attributes: readonly XmlAttribute[];
  readonly selfClosing: boolean;
  /** Index of its end tag among the tokens, or -1. */
  readonly endToken: number;
  private readonly start: number;
  private readonly startTagEnd: number;
  private end: number;
  private endTagStart = -1;
  private ownChildren = noChildren;
  private ownTexts = noTexts;

  constructor(tag: ScannedTag, endToken: number) {
    this.name = tag.name;
    this.attributes = tag.attributes;
    this.selfClosing = tag.selfClosing;
    this.endToken = endToken;
    this.start = tag.start;
    this.startTagEnd = tag.end;
    this.end = tag.end;
  }

  get children(): readonly XmlElement[] {
    return this.ownChildren;
  }

  get texts(): readonly TextRun[] {
    return this.ownTexts;
  }

  get range(): Range {
    return { start: this.start, end: this.end };
  }

  get nameRange(): Range {
    return { start: this.start + 1, end: this.start + 1 + this.name.length };
  }

  get startTag(): Range {
    return { start: this.start, end: this.startTagEnd };
  }

  get endTag(): Range | null {
    return this.endTagStart < 0 ? null : { start: this.endTagStart, end: this.end };
  }

  addChild(child: XmlElement): void {
    if (this.ownChildren === noChildren) this.ownChildren = [child];
    else this.ownChildren.push(child);
  }

  addText(run: TextRun): void {
    if (this.ownTexts === noTexts) this.ownTexts = [run];
    else this.ownTexts.push(run);
  }

  /** Ends at `end`; `endTagStart` is -1 where there is no end tag. */
  close(end: number, endTagStart: number): void {
    this.end = end;
    this.endTagStart = endTagStart;
  }
}
