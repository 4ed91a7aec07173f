/** Everything that is tried in each engine, in order. */
import { changedFiles } from './checks/changed-files.mjs';
import { drafts } from './checks/drafts.mjs';
import { editing } from './checks/editing.mjs';
import { firstVisit } from './checks/first-visit.mjs';
import { hiddenPasswords } from './checks/hidden-passwords.mjs';
import { largeFile } from './checks/large-file.mjs';
import { phone } from './checks/phone.mjs';
import { send } from './checks/send.mjs';
import { serverCheck } from './checks/server-check.mjs';

export const checks = [
  firstVisit,
  send,
  serverCheck,
  phone,
  editing,
  drafts,
  hiddenPasswords,
  ...changedFiles,
  largeFile,
];
