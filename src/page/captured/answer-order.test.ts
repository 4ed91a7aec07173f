import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../../core/assumptions.ts';
import { answerOrder } from './answer-order.ts';
import { type ReadSource, readSource } from './read-source.ts';

const read = (text: string) => readSource(new Blob([text]), null);
const nothing: ReadSource = { entries: [], count: 2, chosen: null };
const toImport = { type: 'import', choices: {}, assumptions: defaultAssumptions } as const;
const toInspect = { type: 'inspect', assumptions: defaultAssumptions } as const;

describe('what the worker answers', () => {
  it('to an import is the Account XML, what was guessed and the proof', async () => {
    const source = await read('curl -F to=+420777123456 -F file=@photo.jpg https://media.example/up');
    const { imported, inspected, chosen } = answerOrder(source, toImport);
    expect(chosen).toBe(0);
    expect(inspected).toBeNull();
    expect(imported?.xml).toContain('file=%media_content%');
    expect(imported).toHaveProperty('proof');
    expect(Object.keys(imported ?? {}).sort()).toEqual(['guesses', 'parameters', 'proof', 'xml']);
  });

  it('to the import of a reply is that a request is wanted', async () => {
    const source = await read('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n');
    const { imported, faults } = answerOrder(source, toImport);
    expect(imported).toBeNull();
    expect(faults.map(({ text }) => text)).toContainEqual(expect.stringContaining('This is a reply'));
  });

  it('to an inspection is the reply as it is judged, its text within bounds', async () => {
    const media = `https://media.example/${'a'.repeat(100_000)}`;
    const json = JSON.stringify({ media_url: media });
    const source = await read(
      `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${json.length}\r\n\r\n${json}`,
    );
    const { inspected, imported } = answerOrder(source, toInspect);
    expect(imported).toBeNull();
    expect(inspected?.request).toBeNull();
    expect(inspected?.reply).toMatchObject({ status: 200, verdict: { success: true } });
    expect(inspected?.reply?.verdict.text.length).toBeLessThanOrEqual(64 * 1024);
  });

  it.each([toImport, toInspect])('is nothing yet while a person must pick: $type', (task) => {
    expect(answerOrder(nothing, task)).toEqual({
      entries: [],
      count: 2,
      chosen: null,
      faults: [],
      imported: null,
      inspected: null,
    });
  });
});
