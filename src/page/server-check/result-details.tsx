import type { ReactNode } from 'react';
import type { ScenarioResult } from '../../server-check/report.ts';
import type { Scenario } from '../../server-check/scenario.ts';
import { Fact, Facts } from '../components/facts.tsx';
import { ExchangeView } from './exchange-view.tsx';
import { ReasonList } from './reason-list.tsx';

interface ResultDetailsProps {
  readonly result: ScenarioResult;
  /** Null: another version of the page knew it. */
  readonly scenario: Scenario | null;
  /** What finds the difference that matters; null where nothing can. */
  readonly finder: ReactNode;
}

/** Why a scenario came out as it did, what was sent, and what was answered. */
export function ResultDetails({ result, scenario, finder }: ResultDetailsProps) {
  const { outcome, reasons, exchanges, arrival } = result;
  const isBad = outcome === 'failed' || outcome === 'warning';
  return (
    <div className="grid gap-2 pt-1 pb-3">
      <ReasonList reasons={reasons} />
      <Facts>
        {scenario && (
          <>
            <Fact name="Why it matters">{scenario.why}</Fact>
            <Fact name="Sent">{scenario.request}</Fact>
            <Fact name="Expected">{scenario.expected}</Fact>
            {isBad && <Fact name="What it means">{scenario.failure}</Fact>}
          </>
        )}
        {exchanges.length > 0 && <Fact name="Media at media_url">{arrivals[arrival]}</Fact>}
      </Facts>
      {finder}
      {exchanges.map((exchange, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an exchange is its place
        <ExchangeView key={index} exchange={exchange} />
      ))}
    </div>
  );
}

const arrivals = {
  same: 'The same bytes as sent',
  different: 'Not the bytes that were sent',
  unknown: 'Not known: it was not fetched',
} satisfies Record<ScenarioResult['arrival'], string>;
