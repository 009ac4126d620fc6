import { quoted } from './command-line.ts';

/** The line that gives the same result, for files in the folder where it is typed. */
export function bookCommand(path: string, event: string, treaties: string | null): string {
  const reinsurance = treaties === null ? '' : ` --reinsurance ${named(treaties)}`;
  return `lossrange book ${named(path)} --event ${event}${reinsurance}`;
}

/** A name that no option can be mistaken for. */
const named = (path: string): string => quoted(path.startsWith('-') ? `./${path}` : path);

/** What the command line calls the file of refused rows. */
export function rejectsName(file: string): string {
  return `${file.replace(/\.csv$/i, '')}.rejects.csv`;
}
