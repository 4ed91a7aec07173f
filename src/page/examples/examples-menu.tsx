import { lazy } from 'react';
import { LazyMenu } from '../components/lazy-menu.tsx';

export const loadExamplesList = () => import('./examples-list.tsx');
const ExamplesList = lazy(() => loadExamplesList().then((module) => ({ default: module.ExamplesList })));

const label = 'Examples';

export function ExamplesMenu() {
  return (
    <LazyMenu label={label}>
      <ExamplesList label={label} />
    </LazyMenu>
  );
}
