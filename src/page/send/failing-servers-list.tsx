import ChevronDown from 'lucide-react/icons/chevron-down';
import * as Menu from 'radix-ui/dropdown-menu';
import { useMemo } from 'react';
import { type FailingServer, failingServers, pointAt, scenarioIn } from './failing-servers.ts';
import type { ServerPointer } from './use-failing-server.ts';
import '../components/menu.css';

interface FailingServersListProps {
  /** Of the request as it is; null where there is none. */
  readonly url: string | null;
  readonly onPoint: (pointer: ServerPointer) => void;
  readonly label: string;
}

/** Opens at once: it is drawn because its button was pressed. */
export function FailingServersList({ url, onPoint, label }: FailingServersListProps) {
  const { origin } = window.location;
  const groups = useMemo(() => failingServers(origin), [origin]);
  const choose = (server: FailingServer) => {
    onPoint({ title: server.title, apply: (text, choice) => pointAt(server, text, choice) });
  };
  return (
    <Menu.Root defaultOpen modal={false}>
      <Menu.Trigger className="button button-small failing-button">
        {label} <ChevronDown aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Content className="menu failing-menu" align="end" sideOffset={5} collisionPadding={8}>
          <p className="menu-about">
            Each edits <code>genericMediaUploadUrl</code> so that it leads to the demo media server, which
            then fails in this way. Nothing is sent until you send it; Undo takes the edit back.
          </p>
          <Menu.RadioGroup value={scenarioIn(url, origin)}>
            {groups.map(({ group, servers }) => (
              <Menu.Group key={group}>
                <Menu.Label className="menu-group">{group}</Menu.Label>
                {servers.map((server) => (
                  <Menu.RadioItem
                    key={server.name}
                    value={server.name}
                    className="menu-item failing-item"
                    onSelect={() => choose(server)}
                  >
                    <strong>{server.title}</strong>
                    <span>{server.does}</span>
                  </Menu.RadioItem>
                ))}
              </Menu.Group>
            ))}
          </Menu.RadioGroup>
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  );
}
