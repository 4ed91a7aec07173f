import { expect, it } from 'vitest';
import { buildFor } from '../test/build-for-test.ts';
import { withAllDiagnostics } from './all-diagnostics.ts';

it('puts what is typed in where a parameter belongs among the rest, in the order of the text', () => {
  const built = buildFor({
    url: 'https://e.example/?media_size=456000&x=%nope%',
    data: 'a=%sms_to%&f=%media_content%',
  });
  const places = withAllDiagnostics(built).diagnostics.map(({ range }) =>
    built.xml.slice(range?.start, range?.end),
  );
  expect(places.slice(0, 3)).toEqual(['456000', '%nope%', '%sms_to%']);
});

it('leaves a request alone of which nothing more is said', () => {
  const built = buildFor({ data: 'f=%media_content%' });
  expect(withAllDiagnostics(built)).toBe(built);
});
