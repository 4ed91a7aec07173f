/** Words as the two shells of Windows read them, and as a program there takes its command line apart again. */
import type { CaptureFault } from '../captured.ts';
import {
  mostWords,
  type ShellCommand,
  type SplitCommands,
  syntaxFault,
  variableFault,
  type Word,
} from './command.ts';

/** cmd: `^` escapes outside of quotes, and goes on in the next line at the end of one. */
export function splitCmd(text: string): SplitCommands {
  const faults: CaptureFault[] = [];
  const lines: { text: string; at: number }[] = [];
  let line = '';
  let lineAt = 0;
  let isQuoted = false;
  const end = (next: number) => {
    lines.push({ text: line, at: lineAt });
    line = '';
    lineAt = next;
    isQuoted = false;
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '\n') end(at + 1);
    else if (character === '^' && !isQuoted) {
      const lineBreak = /^\r?\n/.exec(text.slice(at + 1, at + 3))?.[0];
      if (lineBreak !== undefined) {
        at += lineBreak.length;
        // The character behind the line end is escaped: a second line end stays, as browsers write one.
        const second = /^\r?\n/.exec(text.slice(at + 1, at + 3))?.[0];
        if (second !== undefined) {
          line += '\n';
          at += second.length;
        }
      } else {
        line += text[at + 1] ?? '';
        at += 1;
      }
    } else if (character === '"') {
      isQuoted = !isQuoted;
      line += character;
    } else if (!isQuoted && (character === '&' || character === '|')) end(at + 1);
    else line += character;
  }
  end(text.length);
  for (const match of text.matchAll(/%[A-Za-z_][A-Za-z0-9_]{0,60}%/g))
    faults.push(variableFault(match[0], match.index));
  const commands = lines.flatMap(({ text: one, at }) => command(windowsWords(one, at)));
  return { commands, faults };
}

function command(words: readonly Word[]): readonly ShellCommand[] {
  return words.length === 0 ? [] : [{ words, input: [] }];
}

/** As the C library of Windows does: `\"` is a quote, `""` inside quotes too. */
function windowsWords(line: string, offset: number): readonly Word[] {
  const words: Word[] = [];
  let at = 0;
  while (at < line.length && words.length < mostWords) {
    while (/[ \t\r]/.test(line[at] ?? '')) at += 1;
    if (at >= line.length) break;
    const start = at;
    const pieces: string[] = [];
    let isQuoted = false;
    for (; at < line.length; at++) {
      const character = line[at] ?? '';
      if (character === '\\') {
        let end = at;
        while (line[end] === '\\') end += 1;
        const count = end - at;
        if (line[end] === '"') {
          pieces.push('\\'.repeat(count >> 1));
          at = end - 1;
          if (count % 2 === 1) {
            pieces.push('"');
            at = end;
          }
        } else {
          pieces.push('\\'.repeat(count));
          at = end - 1;
        }
      } else if (character === '"') {
        if (isQuoted && line[at + 1] === '"') {
          pieces.push('"');
          at += 1;
        } else isQuoted = !isQuoted;
      } else if (!isQuoted && /[ \t\r]/.test(character)) break;
      else pieces.push(character);
    }
    words.push({ text: pieces.join(''), at: offset + start });
  }
  return words;
}

/** PowerShell: a backtick escapes, `''` and `""` stand for a quote. */
export function splitPowershell(text: string): SplitCommands {
  const faults: CaptureFault[] = [];
  const commands: ShellCommand[] = [];
  let words: Word[] = [];
  let at = 0;
  const end = () => {
    commands.push(...command(words));
    words = [];
  };
  while (at < text.length && words.length < mostWords) {
    const character = text[at] ?? '';
    if (/[ \t\r]/.test(character)) at += 1;
    else if (character === '\n' || character === ';' || character === '|' || character === '&') {
      at += 1;
      end();
    } else if (character === '`' && /^`\r?\n/.test(text.slice(at, at + 3)))
      at += text[at + 1] === '\r' ? 3 : 2;
    else if (character === '#') {
      const lineEnd = text.indexOf('\n', at);
      at = lineEnd < 0 ? text.length : lineEnd;
    } else {
      const word = powershellWord(text, at, faults);
      words.push({ text: word.text, at });
      at = word.end;
    }
  }
  end();
  return { commands, faults };
}

const named: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0' };

function powershellWord(text: string, start: number, faults: CaptureFault[]): { text: string; end: number } {
  const pieces: string[] = [];
  let quote: string | null = null;
  let at = start;
  for (; at < text.length; at++) {
    const character = text[at] ?? '';
    if (quote === null && /[ \t\r\n;|]/.test(character)) break;
    if (character === quote) {
      if (text[at + 1] === quote) {
        pieces.push(quote);
        at += 1;
      } else quote = null;
    } else if (quote === null && (character === "'" || character === '"')) quote = character;
    else if (character === '`' && quote !== "'") {
      const next = text[at + 1] ?? '';
      pieces.push(named[next] ?? next);
      at += 1;
    } else if (character === '$' && quote !== "'") {
      const name = /^\$(?:[A-Za-z_][A-Za-z0-9_:]{0,60}|\{[^}\n]{0,200}\}|\([^)\n]{0,200}\))/.exec(
        text.slice(at, at + 256),
      )?.[0];
      if (name === undefined) pieces.push(character);
      else {
        faults.push(variableFault(name, at));
        pieces.push(name);
        at += name.length - 1;
      }
    } else pieces.push(character);
  }
  if (quote !== null) faults.push(syntaxFault(`A quote ${quote} is not closed.`, start));
  // Windows PowerShell hands quotes on only where they are escaped for the program.
  return { text: pieces.join('').replaceAll('\\"', '"'), end: Math.max(at, start + 1) };
}
