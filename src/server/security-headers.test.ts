import { expect, test } from 'vitest';
import { securityHeaders } from './security-headers.ts';

const policy = new Map(
  securityHeaders['Content-Security-Policy']?.split('; ').map((directive): [string, string] => {
    const [name = '', ...sources] = directive.split(' ');
    return [name, sources.join(' ')];
  }),
);

test('scripts come from the page’s own files, and none are written into it', () => {
  expect(policy.get('script-src')).toBe("'self'");
  expect([...policy.values()].some((sources) => sources.includes('unsafe-eval'))).toBe(false);
});

test('the page talks to its own origin only', () => {
  expect(policy.get('default-src')).toBe("'self'");
  expect(policy.get('connect-src')).toBe("'self'");
  expect([...policy.values()].some((sources) => /https?:|\*/.test(sources))).toBe(false);
});

test('no page may frame it, and no base or form leads elsewhere', () => {
  for (const name of ['frame-ancestors', 'base-uri', 'form-action', 'object-src']) {
    expect(policy.get(name)).toBe("'none'");
  }
});
