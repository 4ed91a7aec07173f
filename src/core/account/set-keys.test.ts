import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, setKey } from './edit-account.ts';
import { readAccount } from './read-account.ts';
import { type KeyValue, setKeys } from './set-keys.ts';

const piece = fc.constantFrom(
  '<a>1</a>',
  '<b/>',
  '<c> 2 </c>',
  '<a><![CDATA[x]]></a>',
  '<b><value lang="cs">u</value></b>',
  '<!-- c -->',
  '\n  ',
  '<a>half',
  '&bad;',
);
const documents = fc.oneof(
  fc.array(piece).map((pieces) => `<account>${pieces.join('')}</account>`),
  fc.constantFrom('<account/>', '<account>\n</account>', '', '<accounts><account/></accounts>'),
);
const pairs = fc.array(
  fc.tuple(
    fc.constantFrom('a', 'b', 'c', 'd', 'no name'),
    fc.constantFrom('', '1', 'x & y', ' <z> ', '\u0000'),
  ),
  { minLength: 1, maxLength: 4 },
);

function oneAfterTheOther(text: string, keys: readonly KeyValue[]): string | null {
  let after = text;
  for (const [key, value] of keys) {
    const outcome = setKey(after, {}, key, value);
    if (outcome.kind === 'refused') return null;
    after = applyEdits(after, outcome.edits);
  }
  return after;
}

const values = (text: string) => {
  const { account } = readAccount(text, {});
  return ['a', 'b', 'c', 'd'].map((key) => account?.value(key)?.text ?? '');
};

describe('setting several keys (ACC-6)', () => {
  it('reads as if each were set after the other, and is refused where one of them is', () => {
    fc.assert(
      fc.property(documents, pairs, (text, keys) => {
        const outcome = setKeys(text, {}, keys);
        const wanted = oneAfterTheOther(text, keys);
        expect(outcome.kind === 'set' ? values(outcome.text) : null).toEqual(
          wanted === null ? null : values(wanted),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('writes new ones in their order, each in a line of its own', () => {
    const outcome = setKeys('<account>\n  <a>1</a>\n</account>', {}, [
      ['b', '2'],
      ['a', '3'],
      ['c', '4'],
    ]);
    expect(outcome).toEqual({
      kind: 'set',
      text: '<account>\n  <a>3</a>\n  <b>2</b>\n  <c>4</c>\n</account>',
    });
  });
});
