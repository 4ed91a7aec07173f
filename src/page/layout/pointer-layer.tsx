import { useEffect } from 'react';
import { startLinkedHighlighting } from '../components/linked-highlighting.ts';
import { TooltipLayer } from '../components/popup/tooltip-layer.tsx';

/** What follows pointer and focus: tooltips, and all places of the same parameter lit up. */
export function PointerLayer() {
  useEffect(() => startLinkedHighlighting(document), []);
  return <TooltipLayer />;
}
