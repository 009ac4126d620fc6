import { ImpactError } from '../core/errors/impact-error.ts';

interface PictureOptions {
  readonly format: string;
  readonly out?: string | undefined;
  readonly quiet?: boolean | undefined;
}

/**
 * Before anything is computed: the bytes of a picture would garble a terminal.
 *
 * @throws ImpactError USAGE
 */
export function refusePictureOnTerminal(
  { format, out, quiet }: PictureOptions,
  stdout: NodeJS.WriteStream,
): void {
  if (format !== 'png' || out !== undefined || quiet === true || !stdout.isTTY) return;
  throw new ImpactError('USAGE', {
    path: '--format',
    message: 'a terminal shows no picture',
    hint: 'name a file with --out, or send it through a pipe',
  });
}
