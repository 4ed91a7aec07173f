import { useEffect, useRef, useState } from 'react';
import { Button } from '../components/button.tsx';
import { SectionTitle } from '../components/section.tsx';
import { useUploads } from '../state/uploads-provider.tsx';
import { CertificateList } from './certificate-chain.tsx';
import type { CertificateOffer } from './certificates.ts';

interface CertificateOfferViewProps {
  readonly offer: CertificateOffer;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** The certificate that was refused: its details first, then the way to accept it, in two steps. */
export function CertificateOfferView({ offer, at }: CertificateOfferViewProps) {
  const { acceptAndSend } = useUploads();
  const [isAsking, setIsAsking] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { server, chain, problem, isAnother } = offer;
  const leave = () => {
    setIsAsking(false);
    opener.current?.focus();
  };
  return (
    <section
      className="mx-4 mb-3 rounded-md border border-warn-line px-3 pt-2.5 pb-3"
      aria-label="Certificate of the server"
    >
      <SectionTitle>The certificate of {server}</SectionTitle>
      {isAnother && (
        <p className="text-bad">
          It is not the one that you accepted for this server before. Somebody may be intercepting the
          connection.
        </p>
      )}
      <CertificateList chain={chain} at={at} />
      <div className="mt-2.5">
        <Button ref={opener} aria-expanded={isAsking} onClick={() => setIsAsking(!isAsking)}>
          Accept this certificate…
        </Button>
      </div>
      {isAsking && (
        <Confirm
          text={`Not trusted: ${problem}. Whoever holds its key can read what you send to ${server}, passwords too. Accept it only if you know this server and its SHA-256 is the one that you expect.`}
          onAccept={() => acceptAndSend(server, chain[0].fingerprint)}
          onLeave={leave}
        />
      )}
    </section>
  );
}

interface ConfirmProps {
  readonly text: string;
  readonly onAccept: () => void;
  readonly onLeave: () => void;
}

function Confirm({ text, onAccept, onLeave }: ConfirmProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a part of a form, and this is none
    <div
      ref={box}
      className="mt-2 grid gap-2 rounded-sm border border-l-4 border-warn-line border-l-warn bg-warn-tint px-3 py-2.5 focus-visible:outline-offset-2"
      role="group"
      aria-label="Accept the certificate?"
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && onLeave()}
    >
      <p>{text}</p>
      <p>It then holds for this server, in this tab, until you close it or take it back.</p>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onClick={onAccept}>
          Accept and send again
        </Button>
        <Button onClick={onLeave}>Don’t accept</Button>
      </div>
    </div>
  );
}
