import type { ReactNode } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import './rooms.css';

interface RoomsProps {
  readonly account: ReactNode;
  readonly request: ReactNode;
  readonly upload: ReactNode;
}

/** Three rooms, left to right as the data flows; one below the other on a narrow screen. */
export function Rooms({ account, request, upload }: RoomsProps) {
  return (
    <Group className="rooms" orientation="horizontal" id="rooms">
      <Panel id="room-1" defaultSize="34%" minSize={240}>
        {account}
      </Panel>
      <Separator className="divider" aria-label="Width of rooms 1 and 2" />
      <Panel id="room-2" defaultSize="36%" minSize={260}>
        {request}
      </Panel>
      <Separator className="divider" aria-label="Width of rooms 2 and 3" />
      <Panel id="room-3" defaultSize="30%" minSize={280}>
        {upload}
      </Panel>
    </Group>
  );
}

interface FloorsProps {
  readonly id: string;
  readonly label: string;
  readonly upper: ReactNode;
  readonly lower: ReactNode;
  readonly upperSize: string;
  readonly lowerMin: number;
}

/** A room of two floors. */
export function Floors({ id, label, upper, lower, upperSize, lowerMin }: FloorsProps) {
  return (
    <Group className="floors" orientation="vertical" id={id}>
      <Panel id={`${id}-upper`} defaultSize={upperSize} minSize={120}>
        {upper}
      </Panel>
      <Separator className="divider" aria-label={label} />
      <Panel id={`${id}-lower`} minSize={lowerMin}>
        {lower}
      </Panel>
    </Group>
  );
}
