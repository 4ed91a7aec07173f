import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { tryParseUrl } from '../../../core/try-parse-url.ts';
import { Button } from '../../components/button.tsx';
import { Disclosure } from '../../components/disclosure.tsx';
import { plural } from '../../components/format.ts';
import { LinkButton } from '../../components/link-button.tsx';
import { checkLimits, removeAllChecks } from '../../storage/checks.ts';
import { setCheckState } from '../check-state.ts';
import { type KeptCheck, keptChecksKey, loadCheck, useKeptChecks } from './kept-checks.ts';

/** Checks that ran before, also on earlier visits: to be looked at again. */
export function EarlierChecks() {
  const checks = useKeptChecks();
  const client = useQueryClient();
  const [fault, setFault] = useState('');
  const open = useMutation({
    mutationFn: loadCheck,
    onSuccess: (report) => {
      if (report === null) return setFault('It can’t be read any more.');
      const progress = { running: null, waiting: null };
      const run = { report, progress, isRunning: false, inputs: null, limits: null };
      setCheckState({ run, isChoosing: false });
    },
  });
  const clear = useMutation({
    mutationFn: removeAllChecks,
    onSuccess: () => client.invalidateQueries({ queryKey: keptChecksKey }),
  });
  if (checks.length === 0) return null;
  return (
    <div className="border-t border-line px-4 py-1.5">
      <Disclosure summary={plural(checks.length, 'earlier check')}>
        <ul className="grid gap-1 pt-1 pb-1.5 text-small">
          {checks.map((check) => (
            <li key={check.id} className="flex flex-wrap gap-x-2 [&>button]:min-h-6">
              <LinkButton onClick={() => open.mutate(check.id)}>{titleOfCheck(check)}</LinkButton>
              <span className="text-muted">{check.summary.totals}</span>
            </li>
          ))}
        </ul>
        <div className="flex flex-wrap items-center gap-2 pb-1.5">
          <Button size="small" onClick={() => clear.mutate()}>
            Delete all {checks.length}
          </Button>
          <p className="min-w-40 flex-1 text-small text-muted">
            {fault ||
              `In this browser only, passwords masked; the newest ${checkLimits.uploads} are kept, and none while the history is off.`}
          </p>
        </div>
      </Disclosure>
    </div>
  );
}

/** `27/11/2026, 08:15:44, media.example`. */
export function titleOfCheck({ at, summary }: Pick<KeptCheck, 'at' | 'summary'>): string {
  return `${new Date(at).toLocaleString('en-GB')}, ${tryParseUrl(summary.url)?.host ?? summary.url}`;
}
