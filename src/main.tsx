import { createRoot } from 'react-dom/client';
import './index.css';
import { App } from './ui/app.tsx';
import { LastResort } from './ui/shell/last-resort.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root.');
createRoot(root).render(
  <LastResort>
    <App />
  </LastResort>,
);
