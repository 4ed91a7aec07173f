import { useState } from 'react';
import { Chip } from './chip.tsx';

/** The texts of all rules are long: they are loaded when the page is at rest, or when they are asked for. */
export const loadRules = () => import('../../core/rules.ts');

/** The id of a rule of the contract, as `TPL-7`: it leads to the rule in the Reference, its tooltip says what it is. */
export function RuleChip({ rule }: { readonly rule: string }) {
  const [tip, setTip] = useState('');
  const explain = async () => {
    const module = await loadRules().catch(() => null);
    const found = module?.findRule(rule);
    if (found) setTip(`${found.title}\n${found.sentence}`);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it learns what its chip has to say
    <span className="presenting:hidden" onPointerEnter={explain} onFocus={explain}>
      <Chip tip={tip} reference={`rule ${rule}`}>
        {rule}
      </Chip>
    </span>
  );
}
