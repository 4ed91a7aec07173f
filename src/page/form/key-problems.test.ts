import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../../core/assumptions.ts';
import { buildRequest } from '../../core/build-request.ts';
import { listProblems } from '../state/problems.ts';
import { problemsOfKey, problemsOfRows } from './key-problems.ts';
import { partGrammar } from './part-rows.ts';

function problemsOf(xml: string) {
  const media = { name: 'a.jpg', declaredType: 'image/jpeg', size: 3, head: new Uint8Array([255, 216, 255]) };
  const boundary = 'boundary123';
  const built = buildRequest({ xml, parameters: {}, media, assumptions: defaultAssumptions, boundary });
  const problems = listProblems(xml, built.diagnostics);
  return {
    ofKey: (key: string) => problemsOfKey(built, problems, key),
    rules: (key: string) => problemsOfKey(built, problems, key).map(({ diagnostic }) => diagnostic.rule),
    ofRows: (key: string) =>
      problemsOfRows(built, problemsOfKey(built, problems, key), key, partGrammar(() => true).rows),
  };
}

describe('problems in the form', () => {
  it('stand at their key, those of a key that is not there too', () => {
    const found = problemsOf(
      '<account><genericMediaUploadMethod>GET</genericMediaUploadMethod><username/></account>',
    );
    expect(found.rules('genericMediaUploadMethod')).toEqual(['ACC-8']);
    expect(found.rules('genericMediaUploadUrl')).toEqual(['ACC-9']);
    expect(found.rules('genericMediaUploadMultipartData')).toEqual([]);
    expect(found.rules('genericMediaUploadTimeout')).toEqual([]);
    const on = problemsOf(
      '<account><genericMediaUploadUrl>https://e.example/</genericMediaUploadUrl></account>',
    );
    expect(on.rules('genericMediaUploadMultipartData')).toEqual(['MP-4']);
  });

  it('stand at the row they are about', () => {
    const found = problemsOf(
      '<account><genericMediaUploadMultipartData>a=1&amp;b=%nope%&amp;c</genericMediaUploadMultipartData></account>',
    ).ofRows('genericMediaUploadMultipartData');
    const rules = Array.from(found.ofRows, ([row, problems]) => [
      row,
      problems.map(({ diagnostic }) => diagnostic.rule),
    ]);
    expect(rules).toEqual([
      [1, ['TPL-5']],
      [2, ['MP-1']],
    ]);
    expect(found.others.map(({ diagnostic }) => diagnostic.rule)).toEqual(['MP-4']);
  });
});
