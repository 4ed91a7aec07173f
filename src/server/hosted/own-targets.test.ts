import { expect, test } from 'vitest';
import { isFailure, targetOf } from '../upload/target.ts';
import { createOwnTargets } from './own-targets.ts';

const own = createOwnTargets(['https://play.example.com', 'http://[2001:db8::1]:8080'], () => 4711);

function judge(url: string) {
  const target = targetOf({ method: 'POST', url, headers: [], bodyLength: 0 });
  if (isFailure(target)) throw new Error(target.detail);
  return { port: own.port(target), refused: own.reason(target) !== null };
}

test.each([
  'https://play.example.com/demo/upload',
  'https://PLAY.example.com:443/demo/upload?status=402',
  'http://[2001:db8:0::1]:8080/demo/upload',
])('%s is handed to the demo server', (url) => {
  expect(judge(url).port).toBe(4711);
});

test.each([
  'https://play.example.com/',
  'https://play.example.com/api/send',
  'https://play.example.com./api/send',
  'https://play.example.com/demo/upload/',
  'https://play.example.com/demo/last',
])('%s is refused', (url) => {
  expect(judge(url)).toEqual({ port: null, refused: true });
});

test.each([
  'https://example.com/demo/upload',
  'https://play.example.com:8443/demo/upload',
  'http://play.example.com/demo/upload',
])('%s is not ours', (url) => {
  expect(judge(url)).toEqual({ port: null, refused: false });
});
