/**
 * A parameter's name or value in its hue, stronger while it is linked (components/linked-highlighting.ts).
 * The hue itself comes from `data-hue` (styles/theme.css).
 */
export const inItsHue =
  'rounded-[3px] data-hue:bg-(--prov-tint) data-hue:text-(--prov-text) data-hue:data-lit:bg-(--prov-lit) forced:data-hue:data-lit:bg-[Highlight] forced:data-hue:data-lit:text-[HighlightText] forced:data-hue:data-lit:forced-color-adjust-none';
