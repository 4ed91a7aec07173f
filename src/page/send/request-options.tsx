import { useMemo } from 'react';
import { Disclosure } from '../components/disclosure.tsx';
import { later } from '../components/later.tsx';
import { AfterEditor } from '../layout/after-editor.tsx';
import { useRequest } from '../state/request-provider.tsx';
import { documentLocales } from './document-locales.ts';

const OptionPickers = later(() => import('./option-fields.tsx').then((module) => module.OptionPickers));
const OptionFields = later(() => import('./option-fields.tsx').then((module) => module.OptionFields));

/** What else the request depends on: the account, the locale, the boundary. */
export function RequestOptions() {
  const { accounts, document } = useRequest().built;
  const account = document.account?.element ?? null;
  const locales = useMemo(() => documentLocales(account), [account]);
  const other = locales.length > 0 ? 'Other locale' : 'Locale';
  return (
    <div className="px-4 pb-2 presenting:hidden" data-row="">
      {(accounts.length > 1 || locales.length > 0) && (
        <AfterEditor>
          <OptionPickers accounts={accounts} locales={locales} />
        </AfterEditor>
      )}
      <Disclosure summary={`Boundary and ${other.toLowerCase()}`}>
        <AfterEditor>
          <OptionFields localeLabel={other} />
        </AfterEditor>
      </Disclosure>
    </div>
  );
}
