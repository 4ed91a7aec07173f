import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visibleLines, visibleRuns, visibleSpaces } from './visible-characters.ts';

describe('visible runs', () => {
  it('leaves ordinary text in one run', () => {
    expect(visibleRuns('Žluťoučký kůň 👩‍👧')).toEqual([{ text: 'Žluťoučký kůň 👩‍👧' }]);
  });

  it('marks a line end that a value contains and keeps CR LF together', () => {
    expect(visibleRuns('a\r\nb').map((run) => [run.text, run.mark])).toEqual([
      ['a', undefined],
      ['\r\n', 'CR LF'],
      ['b', undefined],
    ]);
  });

  it('gives each control character its name', () => {
    expect(visibleRuns('\0\u001b\u007f').map((run) => run.mark)).toEqual(['NUL', 'ESC', 'DEL']);
  });

  it('names invisible characters that turn or hide text', () => {
    expect(visibleRuns('\u202Eevil').at(0)?.meaning).toBe('right-to-left override');
    expect(visibleRuns('\u2066x').at(0)?.mark).toBe('U+2066');
  });

  it('never changes the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'a \r\n\t\0\u00a0\u200d\u202e\ufffdž👩') }),
        (text) => {
          expect(
            visibleRuns(text)
              .map((run) => run.text)
              .join(''),
          ).toBe(text);
          expect(
            visibleSpaces(text)
              .map((run) => run.text)
              .join(''),
          ).toBe(text);
        },
      ),
    );
  });
});

describe('visible spaces', () => {
  it('have a dot each, in one run, and leave other marks as they are', () => {
    expect(visibleSpaces('a  b\tc ').map((run) => [run.text, run.mark])).toEqual([
      ['a', undefined],
      ['  ', '··'],
      ['b', undefined],
      ['\t', '→'],
      ['c', undefined],
      [' ', '·'],
    ]);
  });

  it('have no mark where they are not asked for', () => {
    expect(visibleRuns('a b')).toEqual([{ text: 'a b' }]);
  });
});

describe('visible lines', () => {
  it('keep line ends as such and mark all else', () => {
    expect(visibleLines('a\r\nb\nc')).toEqual([{ text: 'a\nb\nc' }]);
    expect(visibleLines('a\rb\n\u200b').map((run) => [run.text, run.mark])).toEqual([
      ['a', undefined],
      ['\r', 'CR'],
      ['b\n', undefined],
      ['\u200b', 'ZWSP'],
    ]);
  });
});
