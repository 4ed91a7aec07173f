/** Why a link or a session file opens nothing: a code for programs, a text for people. */

export type LinkFault =
  | { readonly code: 'damaged'; readonly how: 'cut' | 'altered'; readonly text: string }
  | { readonly code: 'newer-version'; readonly version: number; readonly text: string }
  | { readonly code: 'too-large'; readonly text: string }
  | { readonly code: 'not-a-link'; readonly text: string };

export const cutLink: LinkFault = {
  code: 'damaged',
  how: 'cut',
  text: 'This link is incomplete: its end is missing. Programs for mail and chat cut long links. Ask for it again, as a file or in a message of its own.',
};

export const alteredLink: LinkFault = {
  code: 'damaged',
  how: 'altered',
  text: 'This link was changed on its way: what it holds does not match its checksum. Ask for it again, as a file or in a message of its own.',
};

export const tooLarge: LinkFault = {
  code: 'too-large',
  text: 'This holds more than a session can: an Account XML of 1 MiB and 200 parameters at the most.',
};

export const notALink: LinkFault = {
  code: 'not-a-link',
  text: 'This is no link to a session: one has #s= or #xml= in it.',
};

export function newerVersion(what: 'link' | 'file', version: number): LinkFault {
  return {
    code: 'newer-version',
    version,
    text: `This ${what} was made by a newer version of the playground (format ${version}; this one knows format 1). Open it there, or update this one.`,
  };
}
