/** Words of a POSIX shell, with what bash and zsh add that people paste: `$'…'`, here-documents and here-strings. */
import type { CaptureFault } from '../captured.ts';
import {
  type InputPiece,
  mostWords,
  type ShellCommand,
  type SplitCommands,
  syntaxFault,
  variableFault,
  type Word,
} from './command.ts';
import { ansiEscape, printfText } from './escapes.ts';

interface OpenCommand {
  words: Word[];
  input: InputPiece[];
  /** Commands of one `{ …; }` have the same. */
  group: number;
}

export function splitPosix(text: string): SplitCommands {
  return new PosixSplitter(text).split();
}

class PosixSplitter {
  private at = 0;
  private readonly commands: ShellCommand[] = [];
  private readonly faults: CaptureFault[] = [];
  private current: OpenCommand = { words: [], input: [], group: 0 };
  /** Commands whose output goes into the next `|`. */
  private before: OpenCommand[] = [];
  private group = 0;
  private groups = 0;
  private words = 0;
  /** What the next word is for: an operand of a redirection. */
  private wants: 'in' | 'out' | 'string' | 'document' | null = null;
  private documents: { readonly name: string; readonly command: OpenCommand }[] = [];
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  split(): SplitCommands {
    while (this.at < this.text.length && this.words < mostWords) this.step();
    this.endCommand(false);
    return { commands: this.commands, faults: this.faults };
  }

  private step(): void {
    const { text, at } = this;
    const character = text[at] ?? '';
    if (character === ' ' || character === '\t' || character === '\r') this.at += 1;
    else if (character === '\n') {
      this.at += 1;
      this.endCommand(false);
      this.readDocuments();
    } else if (character === '\\' && /^\\\r?\n/.test(text.slice(at, at + 3)))
      this.at += text[at + 1] === '\r' ? 3 : 2;
    else if (character === '#') {
      const end = text.indexOf('\n', at);
      this.at = end < 0 ? text.length : end;
    } else if (character === '|' && text[at + 1] !== '|') {
      this.at += 1;
      this.endCommand(true);
    } else if (
      character === ';' ||
      character === '&' ||
      character === '|' ||
      character === '(' ||
      character === ')'
    ) {
      this.at += 1;
      this.endCommand(false);
    } else if (character === '<') this.redirectIn();
    else if (character === '>') {
      this.at += 1;
      while (/[>&|]/.test(text[this.at] ?? '')) this.at += 1;
      this.wants = 'out';
    } else this.take(this.readWord());
  }

  private redirectIn(): void {
    const { text, at } = this;
    if (text.startsWith('<<<', at)) {
      this.at += 3;
      this.wants = 'string';
    } else if (text.startsWith('<<', at)) {
      this.at += text[at + 2] === '-' ? 3 : 2;
      this.wants = 'document';
    } else {
      this.at += 1;
      this.wants = 'in';
    }
  }

  private take(word: Word): void {
    const current = this.current;
    this.words += 1;
    switch (this.wants) {
      case 'in':
        current.input = [{ kind: 'file', path: word.text }];
        break;
      case 'string':
        current.input = [{ kind: 'text', text: `${word.text}\n` }];
        break;
      case 'document':
        this.documents.push({ name: word.text, command: current });
        break;
      case 'out':
        break;
      case null:
        if (current.words.length === 0 && word.text === '{') {
          this.groups += 1;
          this.group = this.groups;
          current.group = this.group;
        } else if (current.words.length === 0 && word.text === '}') this.group = 0;
        // `2>&1`: the digit belongs to the redirection.
        else if (!(/^\d$/.test(word.text) && this.text[this.at] === '>')) current.words.push(word);
    }
    this.wants = null;
  }

  private endCommand(isPipe: boolean): void {
    const current = this.current;
    const hasWords = current.words.length > 0;
    if (hasWords) {
      if (current.input.length === 0) current.input = this.before.flatMap(outputOf);
      this.commands.push(current);
    }
    if (isPipe) {
      // Behind `}` the whole group is meant.
      const last = hasWords ? current : this.lastOfGroup();
      this.before =
        last === null || last.group === 0 ? (hasWords ? [current] : []) : this.commandsOf(last.group);
    } else if (hasWords) this.before = [];
    this.current = { words: [], input: [], group: this.group };
    this.wants = null;
  }

  private lastOfGroup(): OpenCommand | null {
    return (this.commands.at(-1) as OpenCommand | undefined) ?? null;
  }

  private commandsOf(group: number): OpenCommand[] {
    return (this.commands as OpenCommand[]).filter((command) => command.group === group);
  }

  private readDocuments(): void {
    for (const { name, command } of this.documents) {
      const lines: string[] = [];
      for (;;) {
        if (this.at >= this.text.length) break;
        const end = this.text.indexOf('\n', this.at);
        const line = this.text.slice(this.at, end < 0 ? this.text.length : end);
        this.at = end < 0 ? this.text.length : end + 1;
        if (line.replace(/\r$/, '').replace(/^\t+/, '') === name) break;
        lines.push(`${line}\n`);
      }
      command.input = [{ kind: 'text', text: lines.join('') }];
    }
    this.documents = [];
  }

  private readWord(): Word {
    const start = this.at;
    const pieces: string[] = [];
    while (this.at < this.text.length) {
      const character = this.text[this.at] ?? '';
      if (/[ \t\r\n;|&<>()]/.test(character)) break;
      pieces.push(this.readPiece(character));
    }
    return { text: pieces.join(''), at: start };
  }

  private readPiece(character: string): string {
    const { text, at } = this;
    switch (character) {
      case "'":
        return this.readSingle();
      case '"':
        return this.readDouble();
      case '\\': {
        const next = text[at + 1] ?? '';
        if (next === '\n') {
          this.at += 2;
          return '';
        }
        if (next === '\r' && text[at + 2] === '\n') {
          this.at += 3;
          return '';
        }
        this.at += 2;
        return next;
      }
      case '$':
        if (text[at + 1] === "'") return this.readAnsi();
        if (text[at + 1] === '"') {
          this.at += 1;
          return this.readDouble();
        }
        return this.readVariable();
      case '`':
        return this.readVariable();
      default: {
        const end = /[ \t\r\n;|&<>()'"\\$`]/.exec(text.slice(at + 1, at + 4096));
        const stop = end === null ? Math.min(text.length, at + 4096) : at + 1 + end.index;
        this.at = stop;
        return text.slice(at, stop);
      }
    }
  }

  private readSingle(): string {
    const start = this.at + 1;
    const end = this.text.indexOf("'", start);
    if (end < 0) return this.unclosed(start, "'");
    this.at = end + 1;
    return this.text.slice(start, end);
  }

  private unclosed(start: number, quote: string): string {
    this.faults.push(syntaxFault(`A quote ${quote} is not closed.`, start - 1));
    this.at = this.text.length;
    return this.text.slice(start);
  }

  private readDouble(): string {
    const pieces: string[] = [];
    const start = this.at + 1;
    this.at = start;
    while (this.at < this.text.length) {
      const character = this.text[this.at] ?? '';
      if (character === '"') {
        this.at += 1;
        return pieces.join('');
      }
      if (character === '\\') {
        const next = this.text[this.at + 1] ?? '';
        const lineBreak = /^\\\r?\n/.exec(this.text.slice(this.at, this.at + 3));
        if (lineBreak) this.at += lineBreak[0].length;
        else {
          pieces.push(/["\\$`]/.test(next) ? next : `\\${next}`);
          this.at += 2;
        }
      } else if (character === '$' || character === '`') pieces.push(this.readVariable());
      else {
        const end = nextOf(this.text, this.at + 1, '"\\$`');
        pieces.push(this.text.slice(this.at, end));
        this.at = end;
      }
    }
    this.faults.push(syntaxFault('A quote " is not closed.', start - 1));
    return pieces.join('');
  }

  private readAnsi(): string {
    const pieces: string[] = [];
    const start = this.at + 2;
    this.at = start;
    while (this.at < this.text.length) {
      const character = this.text[this.at] ?? '';
      if (character === "'") {
        this.at += 1;
        return pieces.join('');
      }
      if (character === '\\') {
        const { text, length } = ansiEscape(this.text.slice(this.at, this.at + 10));
        pieces.push(text);
        this.at += length;
      } else {
        const end = nextOf(this.text, this.at + 1, "'\\");
        pieces.push(this.text.slice(this.at, end));
        this.at = end;
      }
    }
    this.faults.push(syntaxFault("A quote $' is not closed.", start - 1));
    return pieces.join('');
  }

  /** Left as it is written, and said. */
  private readVariable(): string {
    const { text, at } = this;
    const rest = text.slice(at, at + 256);
    const printed = text.startsWith("$(printf '", at)
      ? /^\$\(printf '([^'\n]*)'\)/.exec(text.slice(at, at + 16384))
      : null;
    if (printed !== null) {
      this.at += printed[0].length;
      return printfText(printed[1] ?? '', []).replace(/\n+$/, '');
    }
    const match =
      /^\$(?:[A-Za-z_][A-Za-z0-9_]*|\{[^}\n]*\}|\([^)\n]*\)|[0-9@*#?$!-])/.exec(rest) ??
      /^`[^`\n]*`/.exec(rest);
    const found = match?.[0] ?? text[at] ?? '';
    if (match !== null) this.faults.push(variableFault(found, at));
    this.at += found.length;
    return found;
  }
}

function nextOf(text: string, from: number, characters: string): number {
  let at = from;
  while (at < text.length && !characters.includes(text[at] ?? '')) at += 1;
  return at;
}

/** What the commands print that stand before a `|` in what people paste, and in what this playground exports. */
function outputOf({ words, input }: OpenCommand): readonly InputPiece[] {
  const [program, ...args] = words.map(({ text }) => text);
  switch (program) {
    case 'cat':
      return args.length === 0 ? input : args.map((path) => ({ kind: 'file', path }) as const);
    case 'printf':
      return [{ kind: 'text', text: printfText(args[0] ?? '', args.slice(1)) }];
    case 'echo': {
      const isBare = args[0] === '-n';
      return [{ kind: 'text', text: `${(isBare ? args.slice(1) : args).join(' ')}${isBare ? '' : '\n'}` }];
    }
    default:
      return [{ kind: 'file', path: '-' }];
  }
}
