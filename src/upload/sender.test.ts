import { expect, test } from 'vitest';
import { senderAway, senderHere, senderWords } from './sender.ts';

test.each(['localhost', '127.0.0.1', '[::1]'])('a page of %s is sent for by this computer', (hostname) => {
  expect(senderWords(hostname)).toBe(senderHere);
});

test.each([
  'play.example.com',
  '127.0.0.1.example.com',
  '192.168.0.1',
  '[::2]',
  'localhost.',
])('a page of %s is not', (hostname) => {
  expect(senderWords(hostname)).toBe(senderAway);
});
