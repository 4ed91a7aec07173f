import { useCheckState } from './check-state.ts';

/** Says that a check has begun, and what came of it: once each, and while its panel is closed, too. */
export function CheckAnnouncer() {
  const { said } = useCheckState();
  return (
    <p className="unseen" aria-live="polite">
      {said}
    </p>
  );
}
