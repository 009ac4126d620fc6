import { CopyButton } from './copy-button.tsx';

/** A line to take along, with its name and a button that copies it; prose wraps, code does not. */
export function CopiedLine(props: {
  readonly name: string;
  readonly text: string;
  readonly copy: string;
  readonly prose?: boolean;
}) {
  const { name, text, copy, prose = false } = props;
  return (
    <div class="line">
      <dt>{name}</dt>
      <dd>
        {prose ? (
          <p dir="ltr" lang="en">
            {text}
          </p>
        ) : (
          <pre dir="ltr" tabIndex={0}>
            <code>{text}</code>
          </pre>
        )}
        <CopyButton label={copy} name={`${copy}: ${name}`} text={() => text} />
      </dd>
    </div>
  );
}
