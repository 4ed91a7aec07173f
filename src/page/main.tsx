import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import './styles/theme.css';
import { App } from './app.tsx';
import { PageErrorBoundary } from './layout/error-boundary-page.tsx';

const container = document.getElementById('root');
if (container === null) throw new Error('index.html has no #root.');
// What index.html holds was for the first paint only; from here on the page is alive.
container.replaceChildren();
container.inert = false;
const root = createRoot(container);
// At once and in one go: nothing on the empty page is worth yielding to before its first paint.
flushSync(() =>
  root.render(
    <PageErrorBoundary>
      <App />
    </PageErrorBoundary>,
  ),
);
