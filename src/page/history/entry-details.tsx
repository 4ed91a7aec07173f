import { useState } from 'react';
import { Button } from '../components/button.tsx';
import { CodeBox } from '../components/code-text.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { Fact, Facts, HashFact } from '../components/facts.tsx';
import { Field } from '../components/field.tsx';
import { formatBytes, formatMilliseconds, plural } from '../components/format.ts';
import { Meta } from '../components/section.tsx';
import { ExcerptText } from '../exchange/excerpt-text.tsx';
import { useDisplay } from '../state/display-provider.tsx';
import type { CutText, Entry, EntryDetails } from './entry.ts';
import { maskDetails } from './mask-details.ts';
import { useDetails } from './use-history.ts';

interface EntryDetailsProps {
  readonly entry: Entry;
  /** Null where there is none before it. */
  readonly onComparePrevious: (() => void) | null;
  readonly onComparePresent: () => void;
  readonly onRestore: () => void;
  readonly onRename: (name: string) => void;
}

/** All that is kept of an upload, and what can be done with it. */
export function EntryDetailsView(props: EntryDetailsProps) {
  const { entry, onComparePrevious, onComparePresent, onRestore, onRename } = props;
  const state = useDetails(entry.id);
  const { showSecrets } = useDisplay();
  if (state === null) return null;
  if (state.kind !== 'read')
    return <p className="px-4 pb-2 pl-11 text-small text-muted">{unread[state.kind]}</p>;
  return (
    <div className="grid grid-cols-1 gap-2 pr-3 pb-3 pl-11">
      <NameField name={entry.name} onRename={onRename} />
      <div className="flex flex-wrap gap-1.5">
        <Button size="small" onClick={onRestore}>
          Restore configuration
        </Button>
        <Button size="small" onClick={onComparePresent}>
          Compare with present request
        </Button>
        {onComparePrevious && (
          <Button size="small" onClick={onComparePrevious}>
            Compare with the one before
          </Button>
        )}
      </div>
      <Kept details={showSecrets ? state.details : maskDetails(state.details)} />
    </div>
  );
}

const unread = {
  gone: 'It was deleted in another tab.',
  other: 'Kept by another version of this page, which this one can’t read.',
  unreadable: 'It can’t be read: this browser’s database is not there any more. Reload the page.',
};

function NameField({ name, onRename }: { readonly name: string; readonly onRename: (name: string) => void }) {
  const [text, setText] = useState(name);
  const keep = () => text.trim() !== name && onRename(text.trim());
  return (
    <Field
      aria-label="Name of this upload"
      placeholder="Name it, to find it again"
      maxLength={200}
      value={text}
      onChange={({ target }) => setText(target.value)}
      onBlur={keep}
      onKeyDown={({ key }) => key === 'Enter' && keep()}
    />
  );
}

function Kept({ details }: { readonly details: EntryDetails }) {
  const { request, reply, verdict, failure, timing, logins } = details;
  const { media } = request;
  return (
    <>
      <Facts>
        {failure && (
          <Fact name="Failure">
            <ExcerptText text={[failure.code, failure.detail].filter(Boolean).join(': ')} />
          </Fact>
        )}
        {verdict?.shown && (
          <Fact name="The user sees">
            <Cut text={verdict.shown} />
          </Fact>
        )}
        {verdict?.mediaUrl && (
          <Fact name="Media address" isCode>
            <Cut text={verdict.mediaUrl} />
          </Fact>
        )}
        {verdict?.path && (
          <Fact name="Path" isCode>
            <ExcerptText text={verdict.path} />
          </Fact>
        )}
        {media && (
          <Fact name="Media">
            <ExcerptText text={`${media.name}, ${media.type}, ${formatBytes(media.size)}`} />
          </Fact>
        )}
        {media?.hash?.kind === 'sha256' && (
          <HashFact name="SHA-256" copyLabel="Copy SHA-256" hash={media.hash.value} />
        )}
        {logins.length > 0 && (
          <Fact name="Login">{`${plural(logins.length + 1, 'exchange')}: ${logins.map(({ scheme }) => scheme).join(', ')}`}</Fact>
        )}
        <Fact name="Timing">
          {[...timing.phases, { name: 'In all', ms: timing.total }]
            .map(({ name, ms }) => `${name} ${formatMilliseconds(ms)}`)
            .join(' · ')}
        </Fact>
      </Facts>
      <div>
        {verdict && (
          <Disclosure summary={plural(verdict.reasons.length, 'reason')} isLazy>
            <ul className="grid gap-1 pl-4 text-small">
              {[...verdict.caveats, ...verdict.reasons.map(({ rule, text }) => `${text} (${rule})`)].map(
                (text, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a reason is its place
                  <li key={index} className="wrap-anywhere">
                    <ExcerptText text={text} />
                  </li>
                ),
              )}
            </ul>
          </Disclosure>
        )}
        <Disclosure
          summary={`Request: ${plural(request.headers.length, 'header')}, ${plural(request.parts.length, 'part')}`}
          isLazy
        >
          <Head
            first={`${request.method} ${request.url}`}
            headers={request.headers}
            more={request.moreHeaders}
          />
          <div className="pt-2">
            <Facts>
              {request.parts.map(({ name, isFile, value, bytes }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place; names may come twice
                <Fact key={index} name={<ExcerptText text={name || '(no name)'} />} isCode>
                  {isFile ? `the media, ${formatBytes(bytes)}` : <Cut text={value} />}
                </Fact>
              ))}
            </Facts>
            {request.moreParts > 0 && <Meta>{plural(request.moreParts, 'more part')} not kept</Meta>}
          </div>
        </Disclosure>
        {reply && (
          <Disclosure summary={`Reply: ${reply.status}, ${formatBytes(reply.bodyBytes)}`} isLazy>
            <Head
              first={`HTTP/${reply.httpVersion} ${reply.status} ${reply.statusText}`}
              headers={reply.headers}
              more={reply.moreHeaders}
            />
            {reply.body && reply.bodyBytes > 0 && (
              <div className="pt-2">
                <CodeBox>
                  <Cut text={reply.body} />
                </CodeBox>
              </div>
            )}
          </Disclosure>
        )}
      </div>
    </>
  );
}

interface HeadProps {
  readonly first: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly more: number;
}

function Head({ first, headers, more }: HeadProps) {
  return (
    <CodeBox>
      <ExcerptText text={first} />
      {headers.map(([name, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a header is its place; names may come twice
        <span key={index}>
          {'\n'}
          <ExcerptText text={`${name}: ${value}`} />
        </span>
      ))}
      {more > 0 && <Meta>{`\n… ${plural(more, 'more header')} not kept`}</Meta>}
    </CodeBox>
  );
}

function Cut({ text: { text, more } }: { readonly text: CutText }) {
  return (
    <>
      <ExcerptText text={text} />
      {more > 0 && <Meta> … {plural(more, 'more character')} not kept</Meta>}
    </>
  );
}
