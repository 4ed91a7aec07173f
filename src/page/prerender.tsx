/**
 * The page as a first visit shows it, for the build to put into index.html: a browser paints it
 * before it has read a line of our script. The script then draws the page anew, alive.
 */
import { renderToString } from 'react-dom/server';
import { App } from './app.tsx';

export function prerender(): string {
  return renderToString(<App />);
}
