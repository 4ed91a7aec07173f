import { useMemo } from 'react';
import { Menu, MenuChoice, MenuGroup, MenuOption } from '../components/menu.tsx';
import { MenuButton } from '../components/menu-button.tsx';
import { type FailingServer, failingServers, pointAt, scenarioIn } from './failing-servers.ts';
import type { ServerPointer } from './use-failing-server.ts';

interface FailingServersListProps {
  /** Of the request as it is; null where there is none. */
  readonly url: string | null;
  readonly onPoint: (pointer: ServerPointer) => void;
  readonly label: string;
}

const about = (
  <>
    Each edits <code>genericMediaUploadUrl</code> so that it leads to the demo media server, which then fails
    in this way. Nothing is sent until you send it; Undo takes the edit back.
  </>
);

export function FailingServersList({ url, onPoint, label }: FailingServersListProps) {
  const { origin } = window.location;
  const groups = useMemo(() => failingServers(origin), [origin]);
  const choose = (server: FailingServer) => {
    onPoint({ title: server.title, apply: (text, choice) => pointAt(server, text, choice) });
  };
  return (
    <Menu trigger={<MenuButton size="small">{label}</MenuButton>} align="end" width="tall" about={about}>
      <MenuChoice value={scenarioIn(url, origin)}>
        {groups.map(({ group, servers }) => (
          <MenuGroup key={group} title={group}>
            {servers.map((server) => (
              <MenuOption key={server.name} value={server.name} onSelect={() => choose(server)}>
                <strong>{server.title}</strong>
                <span>{server.does}</span>
              </MenuOption>
            ))}
          </MenuGroup>
        ))}
      </MenuChoice>
    </Menu>
  );
}
