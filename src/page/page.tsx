import './styles/theme.css';
import { App } from './app.tsx';
import { PageErrorBoundary } from './layout/error-boundary-page.tsx';

/** What main.tsx draws, and what the build draws into index.html: the same to the last element. */
export const page = (
  <PageErrorBoundary>
    <App />
  </PageErrorBoundary>
);
