import { useEffect, useRef, useState } from 'react';
import { useUploads } from '../state/uploads-provider.tsx';
import { CertificateList } from './certificate-chain.tsx';
import type { CertificateOffer } from './certificates.ts';
import '../components/button.css';

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
    <section className="certificate-offer" aria-label="Certificate of the server">
      <h3 className="section-title">The certificate that {server} showed</h3>
      {isAnother && (
        <p className="certificate-bad">
          It is not the one that you accepted for this server before. Somebody may stand in between.
        </p>
      )}
      <CertificateList chain={chain} at={at} />
      <button
        ref={opener}
        type="button"
        className="button"
        aria-expanded={isAsking}
        onClick={() => setIsAsking(!isAsking)}
      >
        Accept this certificate…
      </button>
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
      className="certificate-confirm"
      role="group"
      aria-label="Accept the certificate?"
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && onLeave()}
    >
      <p>{text}</p>
      <p>It then holds for this server, in this tab, until you close it or take it back.</p>
      <div className="certificate-buttons">
        <button type="button" className="button button-primary" onClick={onAccept}>
          Accept and send again
        </button>
        <button type="button" className="button" onClick={onLeave}>
          Don’t accept
        </button>
      </div>
    </div>
  );
}
