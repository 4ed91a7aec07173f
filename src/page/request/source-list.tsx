import { Disclosure } from '../components/disclosure.tsx';
import { Later, later } from '../components/later.tsx';

const SourceRows = later(() => import('./source-rows.tsx').then((module) => module.SourceRows));

/** The request as a list. */
export function SourceList() {
  return (
    <div className="px-4 pt-2 pb-3 presenting:hidden">
      <Disclosure summary="Sources of each value" isLazy>
        <Later>
          <SourceRows />
        </Later>
      </Disclosure>
    </div>
  );
}
