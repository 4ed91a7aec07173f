import { expect, test } from 'vitest';
import { withFirstFrame } from './first-frame-plugin.ts';

const built =
  '<head><script type="module" crossorigin src="./assets/a-1.js"></script></head><body><div id="root"></div></body>';
const scripts = {
  script: './assets/a-1.js',
  modules: ['./assets/b-2.js', './assets/c-3.js'],
  next: ['./assets/editor-4.js', './assets/editor-5.css'],
};

test('the page stands in index.html, inert, and its scripts are left to first-paint.js', () => {
  const html = withFirstFrame(built, '<p>$& the page</p>', scripts);
  expect(html).toContain('<div id="root" inert><p>$& the page</p></div>');
  expect(html).toContain('<script src="./first-paint.js" data-script="./assets/a-1.js"');
  expect(html).toContain('data-modules="./assets/b-2.js ./assets/c-3.js"');
  expect(html).toContain('data-next="./assets/editor-4.js ./assets/editor-5.css"');
  expect(html).not.toContain('type="module"');
});

test('an index.html without a script or a root fails the build', () => {
  expect(() => withFirstFrame('<div id="root"></div>', '', scripts)).toThrow('index.html has no <script');
  const rootless = built.replace('root', 'other');
  expect(() => withFirstFrame(rootless, '', scripts)).toThrow('index.html has no <div id="root">');
});
