import { describe, expect, test } from 'vitest';
import { assumptionRegistry } from '../../core/assumptions.ts';
import { rules } from '../../core/rules.ts';
import { runCaptured } from '../../test/captured-console.ts';

const explain = (...args: string[]) => runCaptured(['explain', ...args]);

test('prints title, sentence, standing and example', async () => {
  const { status, text, err } = await explain('TPL-2');
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(text).toMatch(/^TPL-2 Account nodes\n {2}The value of any node .*\n/);
  expect(text).toMatch(/^ {2}Standing: documented\n {2}Example: %account\[username\]%\n$/m);
});

test.each(['tpl-8', 'Tpl-8'])('takes %s, too', async (id) => {
  const { status, text } = await explain(id);
  expect(status).toBe(0);
  expect(text).toMatch(/^TPL-8 /);
});

test('prints the assumption of a rule with its options, as --assume takes them', async () => {
  const { text } = await explain('TPL-8');
  expect(text).toMatch(/^ {2}Assumption url-encoding: Values in the path and query of the URL …$/m);
  expect(text).toMatch(/^ {4}--assume url-encoding=percent: … are percent-encoded \(default\)$/m);
  expect(text).toMatch(/^ {4}--assume url-encoding=none: … are put in as they are$/m);
});

test('knows every rule, and shows every assumption with one of them', async () => {
  let printed = '';
  for (const { id, title } of rules) {
    const { status, text } = await explain(id);
    expect(status, id).toBe(0);
    expect(text).toContain(`${id} ${title}\n`);
    printed += text;
  }
  for (const { id, options } of assumptionRegistry)
    for (const option of options) expect(printed).toContain(`--assume ${id}=${option.id}:`);
});

test('--json has the same for programs', async () => {
  const withAssumption = JSON.parse((await explain('--json', 'mp-7')).text);
  expect(withAssumption).toMatchObject({
    id: 'MP-7',
    title: expect.any(String),
    sentence: expect.any(String),
    standing: expect.stringMatching(/^(documented|inferred|choice)$/),
    assumptions: [
      {
        id: 'file-part-blank-line',
        options: [{ id: 'omit', title: 'is left out' }, expect.objectContaining({ id: 'literal' })],
      },
    ],
  });
  expect(JSON.parse((await explain('RES-1', '--json')).text)).toMatchObject({
    example: '{"media_url":"https://media.example/1.jpg"}',
    assumptions: [],
  });
});

describe('bad usage ends with 2', () => {
  test.each([
    ['TPL-99', 'TPL-9'],
    ['MP7', 'MP-7'],
    ['resp-3', 'RES-3'],
    ['keys-1', 'KEY-1'],
  ])('an unknown rule %s, which names the nearest, %s', async (id, nearest) => {
    const { status, text, err } = await explain(id);
    expect({ status, text }).toEqual({ status: 2, text: '' });
    expect(err).toContain(`Unknown rule ${id}. The nearest is ${nearest}.\n`);
  });

  test('the id of an assumption, which names its rule', async () => {
    const { status, err } = await explain('url-encoding');
    expect(status).toBe(2);
    expect(err).toContain('url-encoding is an assumption of rule TPL-8.');
  });

  test.each([
    [[], /needs RULE\./],
    [['TPL-1', 'TPL-2'], /one RULE/],
    [['TPL-1', '--nope'], /'--nope'.*--json/],
    [[''], /Unknown rule/],
    [['x'.repeat(100_000)], /Unknown rule/],
  ])('%.40j', async (args, message) => {
    const { status, text, err } = await explain(...args);
    expect({ status, text }).toEqual({ status: 2, text: '' });
    expect(err).toMatch(message);
  });
});
