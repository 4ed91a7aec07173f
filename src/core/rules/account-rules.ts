/** Reading and editing the Account XML, its keys, and number rewriting: ACC, KEY and REW. */
import type { Rule } from './rule.ts';

export const accountRules: readonly Rule[] = [
  {
    id: 'ACC-1',
    title: 'Document and accounts',
    sentence:
      'The root is <account>, and its direct children are the nodes. A document with an <accounts> root holds several accounts, of which one is chosen, the first by default. Documents are UTF-8.',
    standing: 'documented',
    example: '<account><username>4201</username></account>',
  },
  {
    id: 'ACC-2',
    title: 'Value of a node',
    sentence:
      'A value is the node’s own text and CDATA with entities decoded; space, tab, CR and LF at both ends are removed. An empty value of a key of this service counts as not set.',
    standing: 'choice',
    example: '<username> 42&#48;1 </username> is 4201',
  },
  {
    id: 'ACC-3',
    title: 'Localised values',
    sentence:
      'A node may hold several <value lang="…">. The one of the chosen locale wins, then the one of its language alone, then the one without lang, then the node’s own text.',
    standing: 'documented',
    example: '<node><value lang="cs">Ahoj</value><value>Hello</value></node>',
  },
  {
    id: 'ACC-4',
    title: 'Repeated nodes',
    sentence:
      'Of two nodes with one name the later one wins if its priority attribute is greater or equal; without one it is 0.',
    standing: 'inferred',
    example: '<username priority="1">4201</username><username>4202</username> is 4201',
  },
  {
    id: 'ACC-5',
    title: 'Documents that are not well-formed',
    sentence:
      'A broken document is read as far as it can be, and the request is still built. The fault is an error at its exact place, with a fix where one is certain.',
    standing: 'choice',
    example: 'a & b is read as a &amp; b',
  },
  {
    id: 'ACC-6',
    title: 'Editing one key',
    sentence:
      'Editing a key changes the bytes of that key and no others: comments, order, indentation, CDATA and line ends stay as they are.',
    standing: 'choice',
  },
  {
    id: 'ACC-7',
    title: 'Document types and limits',
    sentence:
      'No document type is processed and no entity of its own is expanded. A document over 1 MiB isn’t read, and more than 2 MiB of values are not put into one request.',
    standing: 'choice',
  },
  {
    id: 'ACC-8',
    title: 'Method',
    sentence: 'The method is POST or PUT, in any letter case. With any other the request is built with POST.',
    standing: 'choice',
    example: '<genericMediaUploadMethod>put</genericMediaUploadMethod>',
  },
  {
    id: 'ACC-9',
    title: 'The service needs its URL',
    sentence: 'Without genericMediaUploadUrl media upload is off, and there is no request.',
    standing: 'documented',
  },
  {
    id: 'ACC-10',
    title: 'Escaped twice',
    sentence:
      'A value that still holds an entity after decoding was most likely escaped twice by a program. It is taken as it is, with a warning.',
    standing: 'choice',
    example: '?a=1&amp;amp;b=2 is sent as ?a=1&amp;b=2',
  },
  {
    id: 'ACC-11',
    title: 'Invisible characters',
    sentence:
      'An invisible character, such as a no-break or zero-width space, is sent as it is, with a warning that names it.',
    standing: 'choice',
    example: 'U+00A0, no-break space',
  },
  {
    id: 'KEY-1',
    title: 'Uploader or Upload',
    sentence: 'genericMediaUploaderUrl, with -er, is a known misspelling; it has no effect here.',
    standing: 'documented',
  },
  {
    id: 'KEY-2',
    title: 'Keys of other services',
    sentence: 'Some suffixes belong to other services and have no effect on this one.',
    standing: 'documented',
    example: 'genericMediaUploadPostData, genericMediaUploadContentType',
  },
  {
    id: 'KEY-3',
    title: 'Misspelled keys',
    sentence: 'A name within two edits of a key of this service is most likely that key, misspelled.',
    standing: 'choice',
    example: 'genericMediaUplaodUrl',
  },
  {
    id: 'KEY-4',
    title: 'Timeout',
    sentence:
      'The timeout is a positive whole number of seconds; with anything else the default of 30 counts.',
    standing: 'inferred',
  },
  {
    id: 'REW-1',
    title: 'Order of rewriting rules',
    sentence:
      'Rules are tried in order, and the first whose conditions all hold ends the rewriting, unless one of its actions is continue.',
    standing: 'inferred',
  },
  {
    id: 'REW-2',
    title: 'Conditions',
    sentence:
      'Conditions compare the whole address: startsWith, doesntStartWith, equals, contains, lengthEquals, shorterThan, longerThan, numeric. An unknown one does not hold.',
    standing: 'documented',
    example: '<condition type="startsWith" param="00"/>',
  },
  {
    id: 'REW-3',
    title: 'Actions',
    sentence:
      'replace, prepend and append change the address one after the other; continue goes on with the next rule; actions on calls leave the address alone.',
    standing: 'inferred',
    example: '<action type="replace" param="+"/>',
  },
  {
    id: 'REW-4',
    title: 'Trace',
    sentence: 'Each rule is shown with whether it held, why, and the address after it.',
    standing: 'choice',
  },
  {
    id: 'REW-5',
    title: 'Faults in rewriting rules',
    sentence:
      'An unknown action or condition, a rule outside <rewriting> and a rule without actions are reported, with the nearest known name.',
    standing: 'choice',
  },
];
