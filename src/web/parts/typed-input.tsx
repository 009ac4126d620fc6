import { useSignal } from '@preact/signals';

interface Attributes {
  readonly id?: string;
  readonly type: 'text' | 'number' | 'date' | 'time';
  readonly dir?: 'ltr';
  readonly inputMode?: 'decimal';
  readonly min?: number;
  readonly step?: 'any';
  readonly maxLength?: number;
  /** Id of a datalist. */
  readonly list?: string;
  readonly placeholder?: string;
  readonly title?: string;
  readonly 'aria-label'?: string;
  readonly 'aria-describedby'?: string;
}

/** An input that keeps what is being typed when the page is drawn again meanwhile, and hands it over when the reader is done. */
export function TypedInput({
  value,
  onDone,
  ...attributes
}: Attributes & { readonly value: string; readonly onDone: (input: HTMLInputElement) => void }) {
  const typed = useSignal<string | null>(null);
  return (
    <input
      {...attributes}
      value={typed.value ?? value}
      onInput={(event) => (typed.value = event.currentTarget.value)}
      onChange={(event) => {
        typed.value = null;
        onDone(event.currentTarget);
      }}
    />
  );
}
