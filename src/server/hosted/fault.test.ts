import { expect, test } from 'vitest';
import { describeFault } from './fault.ts';

test('an internal error is logged with its kind, code and place, and without its message', () => {
  const error = Object.assign(new RangeError('s3cret\nline two of the s3cret'), { code: 'E_CODE' });
  const line = describeFault(error, 'POST /api/send');
  expect(JSON.parse(line)).toMatchObject({ fault: 'RangeError', code: 'E_CODE', place: 'POST /api/send' });
  expect(line).toContain('fault.test.ts');
  expect(line).not.toContain('s3cret');
  expect(line).not.toContain('\n');
});

test('a thrown value that is not an error is logged by its type alone', () => {
  expect(JSON.parse(describeFault('s3cret', 'here'))).toEqual({ fault: 'string', place: 'here', at: [] });
});
