import { describe, expect, it } from 'vitest';
import { buildFor } from '../../test/build-for-test.ts';

describe('the method (ACC-8)', () => {
  it.each([
    ['POST', 'POST'],
    ['post', 'POST'],
    ['PUT', 'PUT'],
    ['pUt', 'PUT'],
    ['\n put\t', 'PUT'],
  ])('%j is %s', (method, expected) => {
    expect(buildFor({ method })).toMatchObject({ found: [], plan: { method: expected } });
  });

  it('is POST by default', () => {
    expect(buildFor({}).plan?.method).toBe('POST');
  });

  it.each([
    'PATCH',
    'GET',
    'POST PUT',
    'p',
    '%to%',
    'po\u017Ft',
  ])('%s is an error, and the request is built with POST', (method) => {
    expect(buildFor({ method })).toMatchObject({
      found: [`error ACC-8 ${method}`],
      plan: { method: 'POST' },
    });
  });
});

describe('the timeout (KEY-4)', () => {
  it.each([
    ['1', 1],
    ['90', 90],
    [' 600 ', 600],
  ])('%j is a number of seconds', (timeout, seconds) => {
    expect(buildFor({ timeout })).toMatchObject({ found: [], plan: { timeoutSeconds: seconds } });
  });

  it('is 30 by default', () => {
    expect(buildFor({})).toMatchObject({ found: [], plan: { timeoutSeconds: 30 } });
  });

  it.each(['0', '-5', '1.5', 'soon', '1e3', '0x10', '٣'])('%s is a warning, and 30 is used', (timeout) => {
    expect(buildFor({ timeout })).toMatchObject({
      found: [`warning KEY-4 ${timeout}`],
      plan: { timeoutSeconds: 30 },
    });
  });

  it('is wrong at its unit alone, where it has one', () => {
    expect(buildFor({ timeout: '10 s' }).found).toEqual(['warning KEY-4  s']);
  });
});

describe('keys that do nothing here', () => {
  it('genericMediaUploaderUrl is a misspelling, and its rename is offered (KEY-1)', () => {
    const url = 'https://e.example/';
    const xml = `<account><genericMediaUploaderUrl>${url}</genericMediaUploaderUrl><genericMediaUploadMultipartData>f=%media_content%</genericMediaUploadMultipartData></account>`;
    const built = buildFor({ xml });
    expect(built.found).toContain('warning KEY-1 genericMediaUploaderUrl');
    expect(built.plan).toBeNull();
    expect(buildFor({ xml: built.fixed('KEY-1') ?? '' })).toMatchObject({ found: [], plan: { url } });
  });

  it.each([
    'genericMediaUploadPostData',
    'genericMediaUploadContentType',
  ])('%s is a suffix of other services (KEY-2)', (name) => {
    expect(buildFor({ nodes: { [name]: 'x' } }).found).toEqual([`warning KEY-2 ${name}`]);
  });

  it('are reported each time they occur, beside the repetition itself (ACC-4)', () => {
    const extra = '<genericMediaUploadPostData/>'.repeat(2);
    expect(buildFor({ extra }).rules.toSorted()).toEqual(['ACC-4', 'KEY-2', 'KEY-2']);
  });
});

it.each([
  'genericMediaUploadPrecheckUrl',
  'genericMediaUploadPrecheckMethod',
  'genericMediaUploadPrecheckPostData',
  'genericMediaRefSendUrl',
  'genericSmsSendUrl',
  'genericSmsFetchUrl',
  'genericBalanceCheckUrl',
  'title',
  'host',
  'transport',
  'rewriting',
])('%s is known and never reported', (name) => {
  expect(buildFor({ nodes: { [name]: 'x' } }).found).toEqual([]);
});
