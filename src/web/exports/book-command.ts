import { quoted } from './command-line.ts';

/** The line that gives the same result, for a file in the folder where it is typed. */
export function bookCommand(path: string, event: string): string {
  return `lossrange book ${quoted(path.startsWith('-') ? `./${path}` : path)} --event ${event}`;
}

/** What the command line calls the file of refused rows. */
export function rejectsName(file: string): string {
  return `${file.replace(/\.csv$/i, '')}.rejects.csv`;
}
