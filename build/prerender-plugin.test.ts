import { expect, test } from 'vitest';
import { requestFirst, withFirstPaint } from './prerender-plugin.ts';

const built =
  '<head>\n    <script type="module" crossorigin src="/assets/a-1.js"></script>\n    <link rel="modulepreload" crossorigin href="/assets/b-2.js">\n  </head><body><div id="root"></div></body>';

test('the page stands in index.html, inert, and its script is started behind the first paint', () => {
  const html = withFirstPaint(built, '<p>$& the page</p>');
  expect(html).toContain('<div id="root" inert><p>$& the page</p></div>');
  expect(html).toContain('<script src="/first-paint.js" data-script="/assets/a-1.js"></script>');
  expect(html).not.toMatch(/type="module"|modulepreload/);
});

test('an index.html without a script is told of at build time', () => {
  expect(() => withFirstPaint('<div id="root"></div>', '')).toThrow('names no script');
});

test('nothing in it can be typed into or chosen', () => {
  const html = withFirstPaint(built, '<input type="text" value="1"/><input class="x" type="file"/><p>');
  expect(html).toContain('<div id="root" inert><input readonly type="text" value="1"/><p>');
});

test('what the other rooms hold waits for the second frame, their heads and the request do not', () => {
  const room = (name: string, inside: string) =>
    `<section class="room" aria-label="${name}"><header><h2>${name}</h2></header>${inside}</section>`;
  const nested = '<section>a</section><p>b</p>';
  expect(requestFirst(`${room('Request', '<p>1</p>')}<hr>${room('Response', nested)}`)).toBe(
    `${room('Request', '<p>1</p>')}<hr>${room('Response', `<template>${nested}</template>`)}`,
  );
});

test('a room without an end is told of at build time', () => {
  expect(() => requestFirst('<section class="room" aria-label="Response"><p>')).toThrow('has no end');
});
