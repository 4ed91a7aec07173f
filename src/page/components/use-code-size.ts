import { type RefObject, useLayoutEffect, useState } from 'react';

export interface CodeSize {
  /** Pixels. */
  readonly font: number;
  readonly line: number;
}

const usual: CodeSize = { font: 12.5, line: 19 };

/** The size of code as the style sheet has it for `element`: it grows with the window, and for presenting. */
export function useCodeSize(element: RefObject<HTMLElement | null>): CodeSize {
  const [size, setSize] = useState(usual);
  useLayoutEffect(() => {
    const measure = () => {
      if (element.current === null) return;
      const { fontSize, lineHeight } = getComputedStyle(element.current);
      const font = Number.parseFloat(fontSize);
      const line = Number.parseFloat(lineHeight);
      setSize((known) => (known.font === font && known.line === line ? known : { font, line }));
    };
    measure();
    const observer = new MutationObserver(measure);
    observer.observe(document.documentElement, { attributeFilter: ['data-presenting'] });
    window.addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, [element]);
  return size;
}
