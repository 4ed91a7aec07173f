/** The page as a first visit shows it, for the build to put into index.html; main.tsx adopts what stands there. */
import { renderToString } from 'react-dom/server';
import { page } from './page.tsx';

export function prerender(): string {
  return renderToString(page);
}
