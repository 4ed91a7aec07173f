import { type Ref, useMemo } from 'react';
import { formatSize } from '../../app/format.ts';
import { describeLineEnds, lineEndsOf } from '../../app/line-ends.ts';
import type { Problem } from '../../app/problems.ts';
import type { Diagnostic, Fix } from '../../core/diagnostics.ts';
import type { ParameterMark } from '../../editor/parameter-marks.ts';
import { RoomHead } from '../shell/room-head.tsx';
import { Floors } from '../shell/rooms.tsx';
import { AccountEditor, type AccountEditorHandle } from './account-editor.tsx';
import { ProblemList } from './problem-list.tsx';
import './account-room.css';

interface AccountRoomProps {
  readonly editor: Ref<AccountEditorHandle>;
  readonly xml: string;
  readonly onText: (xml: string) => void;
  readonly diagnosedXml: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly marks: readonly ParameterMark[];
  readonly problems: readonly Problem[];
  readonly onProblem: (problem: Problem) => void;
  readonly onFix: (fix: Fix) => void;
  readonly hideSecrets: boolean;
  readonly theme: 'light' | 'dark';
}

export function AccountRoom(props: AccountRoomProps) {
  const { editor, xml, diagnosedXml, problems, onProblem, onFix, ...rest } = props;
  const facts = useMemo(() => documentFacts(diagnosedXml), [diagnosedXml]);
  return (
    <section className="room" aria-label="Account XML">
      <RoomHead number={1} title="Account XML">
        <span className="section-meta document-facts">{facts}</span>
      </RoomHead>
      <Floors
        id="account"
        label="Height of the problem list"
        sizes={[78, 22]}
        lowerMin={64}
        upper={
          <div className="room">
            <AccountEditor ref={editor} xml={xml} diagnosedXml={diagnosedXml} {...rest} />
            <p className="editor-note">
              <kbd>Tab</kbd> indents. <kbd>Ctrl</kbd> <kbd>M</kbd> lets it leave the editor.
            </p>
          </div>
        }
        lower={<ProblemList problems={problems} onSelect={onProblem} onFix={onFix} />}
      />
    </section>
  );
}

function documentFacts(xml: string): string {
  const bytes = new TextEncoder().encode(xml).length;
  return `${formatSize(bytes)}, ${describeLineEnds(lineEndsOf(xml))}`;
}
