// The least that a page of this stack does: React draws some words, then the editor is fetched.
import { createElement, useEffect, useRef } from 'react';
import { createRoot } from 'react-dom/client';

const xml = '<account>\n  <username>johndow</username>\n</account>\n';

function Page() {
  const host = useRef(null);
  useEffect(() => {
    import('./editor.js').then(({ createEditor }) => createEditor(host.current, xml));
  }, []);
  return createElement(
    'main',
    null,
    createElement('h1', null, 'Account XML'),
    createElement('div', { ref: host, id: 'editor' }),
  );
}

createRoot(document.getElementById('root')).render(createElement(Page));
