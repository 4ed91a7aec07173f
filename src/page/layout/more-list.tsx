import { Menu, MenuItem } from '../components/menu.tsx';
import { MenuButton } from '../components/menu-button.tsx';
import { useBarCommands } from './bar-commands.ts';

export function MoreList({ label }: { readonly label: string }) {
  const commands = useBarCommands();
  return (
    <Menu trigger={<MenuButton>{label}</MenuButton>} align="end">
      {commands.map(({ label: title, tip, isOn, isDisabled, run }) => (
        <MenuItem key={title} disabled={isDisabled} onSelect={run}>
          <strong>
            {title}
            {isOn && ': on'}
          </strong>
          {tip !== title && <span>{tip}</span>}
        </MenuItem>
      ))}
    </Menu>
  );
}
