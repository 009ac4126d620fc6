import { z } from 'zod';
import { explain } from './issue.ts';

/** Most characters of a name. */
const LONGEST_NAME = 200;
/** Characters that a terminal obeys, that break the line, or that turn the direction of the text after them. */
const CONTROLS = /[\p{Cc}\u2028-\u202E\u2066-\u2069]/u;
const LONGEST_ID = 64;
const LONGEST_ADDRESS = 2_000;

/** One line of text for people: up to 200 characters when not said otherwise, not blank, no control characters. */
export function lineOfText(what: string, longest = LONGEST_NAME) {
  const allowed = `must be ${what}: text of 1 to ${longest} characters on one line`;
  return z
    .string(explain(allowed, 'write it in quotes'))
    .max(longest, explain(allowed, `shorten it to ${longest} characters`))
    .refine((text) => /\S/.test(text), explain(allowed, 'fill it in or remove the key'))
    .refine(
      (text) => !CONTROLS.test(text),
      explain(allowed, 'remove tabs, line breaks and control characters'),
    );
}

/** A name from our own lists: lower-case letters, digits and single hyphens, 1 to 64 characters. Whether it exists is for core to say. */
export function idOf(what: string, example: string) {
  const message = explain(
    `must be ${what}: lower-case letters, digits and hyphens, at most ${LONGEST_ID}`,
    `example: ${JSON.stringify(example)}`,
  );
  return z
    .string(message)
    .max(LONGEST_ID, message)
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, message);
}

/** ISO 3166-1 alpha-2 code in capitals. */
export const countryCode = z
  .string(explain('must be a country code of two capital letters', 'example: "ES" for Spain'))
  .max(LONGEST_NAME, explain('must be a country code of two capital letters', 'example: "ES" for Spain'))
  .regex(/^[A-Z]{2}$/, {
    error: (issue) =>
      explain('must be a country code of two capital letters', countryHint(issue.input as string)),
  });

/** Web address of a source. */
export const webAddress = z
  .string(explain('must be a web address', 'start it with https://'))
  .max(LONGEST_ADDRESS, explain('must be a web address', `shorten it to ${LONGEST_ADDRESS} characters`))
  .regex(/^https?:\/\/[^\s\p{Cc}"<>]+$/u, explain('must be a web address', 'start it with https://'));

function countryHint(found: string): string {
  return /^[a-z]{2}$/i.test(found) ? `write "${found.toUpperCase()}"` : 'example: "ES" for Spain';
}
