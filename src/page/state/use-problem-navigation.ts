/** From problem to problem, and to any one of them, in the text. */
import { useCallback } from 'react';
import { useEditor } from './editor-provider.tsx';
import { nextProblem, type Problem } from './problems.ts';
import { useRequest } from './request-provider.tsx';

export interface ProblemNavigation {
  readonly goTo: (problem: Problem) => void;
  /** From the cursor on, round the end of the text. */
  readonly goToNext: (direction: 'next' | 'previous') => void;
}

export function useProblemNavigation(): ProblemNavigation {
  const editor = useEditor();
  const { problems } = useRequest();
  const goTo = useCallback(
    ({ diagnostic }: Problem) => {
      if (diagnostic.range) editor.select(diagnostic.range);
    },
    [editor],
  );
  const goToNext = useCallback(
    (direction: 'next' | 'previous') => {
      const problem = nextProblem(problems, editor.cursor(), direction);
      if (problem) goTo(problem);
    },
    [problems, editor, goTo],
  );
  return { goTo, goToNext };
}
