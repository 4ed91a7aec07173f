import { expect, test } from 'vitest';
import { securityHeaders, securityHeadersFor } from './security-headers.ts';

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

test.each([
  'body-check',
  'fingerprint',
])('only the workers that hash, such as %s, may compile WebAssembly, and nothing else is different for them', (name) => {
  const { 'Content-Security-Policy': ofWorker, ...others } = securityHeadersFor(
    `/assets/${name}-worker-B1-c_d.js`,
  );
  const { 'Content-Security-Policy': ofPage, ...same } = securityHeaders;
  expect(ofWorker).toBe(ofPage?.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'"));
  expect(others).toEqual(same);
  for (const path of ['/', '/index.html', '/assets/index-B1.js', '/x/assets/body-check-worker-B1.js']) {
    expect(securityHeadersFor(path)).toBe(securityHeaders);
  }
});
