import { useSignal } from '@preact/signals';
import { useSpeech } from './store-context.ts';

const SHOWN_MS = 2000;

/** Copies a text, and says so where the reader looks. */
export function CopyButton(props: {
  readonly label: string;
  readonly text: () => string;
  readonly name?: string;
}) {
  const { words } = useSpeech();
  const copied = useSignal(false);
  const copy = async (): Promise<void> => {
    await copyText(props.text());
    copied.value = true;
    setTimeout(() => (copied.value = false), SHOWN_MS);
  };
  return (
    <button type="button" class="quiet" aria-label={props.name} onClick={() => void copy()}>
      <span aria-live="polite">{copied.value ? words.run.copied : props.label}</span>
    </button>
  );
}

/** Pages over plain http have no clipboard of their own: there the old way is used. */
async function copyText(text: string): Promise<void> {
  // Absent over plain http, whatever the types say.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard !== undefined) {
    try {
      await clipboard.writeText(text);
      return;
    } catch {
      // Refused by the browser: the old way may still work.
    }
  }
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'unseen';
  document.body.append(area);
  area.select();
  // The only way left; marked as old, but in every browser.
  (document as unknown as { execCommand(name: string): boolean }).execCommand('copy');
  area.remove();
}
