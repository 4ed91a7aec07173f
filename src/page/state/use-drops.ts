import { useDocument } from './document-provider.tsx';
import { type DropZone, describeLeft, sortDropped } from './dropped-files.ts';
import { useMedia } from './media-provider.tsx';

/** Takes what is dropped on a zone of the page to where it belongs, and says what was not expected. */
export function useDrops(zone: DropZone): (files: readonly File[]) => void {
  const document = useDocument();
  const media = useMedia();
  return (files: readonly File[]) => {
    void sortDropped(files, zone).then((dropped) => {
      const left = describeLeft(dropped);
      if (dropped.media) media.chooseFile(dropped.media, dropped.document ? undefined : (left ?? undefined));
      if (dropped.document) {
        const moved =
          zone === 'media'
            ? `“${dropped.document.name}” is an Account XML, so it was opened here. To send it as media, choose it as the media file.`
            : null;
        document.open(dropped.document, [moved, left].filter(Boolean).join(' ') || undefined);
      } else if (!dropped.media) document.notify(left === null ? null : { text: left });
      else if (zone === 'document')
        document.notify({
          text: `“${dropped.media.name}” is media, so pane 3 took it. Your document is as it was.`,
        });
    });
  };
}
