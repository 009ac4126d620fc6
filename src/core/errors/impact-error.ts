/** What can be wrong with an input, with the exit code of the command line and the status of the API. */
export const errorCatalogue = {
  USAGE: { exitCode: 2, httpStatus: 400, meaning: 'the command or its options are wrong' },
  EVENT_UNKNOWN: { exitCode: 1, httpStatus: 404, meaning: 'no bundled event or file has this name' },
  TERM_UNKNOWN: {
    exitCode: 1,
    httpStatus: 404,
    meaning: 'nothing in the models or the glossary has this name',
  },
  FILE_UNREADABLE: {
    exitCode: 1,
    httpStatus: 400,
    meaning: 'a file is missing, empty, a folder or not JSON',
  },
  FILE_UNWRITABLE: { exitCode: 1, httpStatus: 500, meaning: 'the output could not be written' },
  SCENARIO_INVALID: { exitCode: 1, httpStatus: 422, meaning: 'a field of the scenario is wrong' },
  CLAIM_INVALID: { exitCode: 1, httpStatus: 422, meaning: 'the text of a claim cannot be read' },
  RISK_INVALID: { exitCode: 1, httpStatus: 422, meaning: 'a field of a risk to be priced is wrong' },
  QUANTITY_INVALID: { exitCode: 1, httpStatus: 422, meaning: 'a quantity cannot exist as stated' },
  PARAMETER_UNKNOWN: { exitCode: 1, httpStatus: 422, meaning: 'an assumption names no model parameter' },
  PARAMETER_OUT_OF_RANGE: { exitCode: 1, httpStatus: 422, meaning: 'a value lies outside its bounds' },
  KIND_UNKNOWN: { exitCode: 1, httpStatus: 422, meaning: 'no file in models/kinds has this name' },
  PROVIDER_UNKNOWN: {
    exitCode: 1,
    httpStatus: 422,
    meaning: 'no exposure model has this provider and region',
  },
  SECTOR_UNKNOWN: { exitCode: 1, httpStatus: 422, meaning: 'no sector has this name' },
  COUNTRY_UNKNOWN: { exitCode: 1, httpStatus: 422, meaning: 'no country in the tables has this code' },
  CURRENCY_UNKNOWN: { exitCode: 1, httpStatus: 422, meaning: 'no exchange rate for this currency and year' },
  PORTFOLIO_INVALID: {
    exitCode: 1,
    httpStatus: 422,
    meaning: 'a portfolio or treaty file, or one of its rows, is wrong',
  },
  PORTFOLIO_TOO_LARGE: { exitCode: 1, httpStatus: 413, meaning: 'a portfolio has more rows than are read' },
  POLICY_UNKNOWN: { exitCode: 1, httpStatus: 404, meaning: 'no row that is used has this policy number' },
  NO_METHOD_APPLIES: { exitCode: 1, httpStatus: 422, meaning: 'the facts given switch on no method' },
  NOTHING_TO_SCORE: {
    exitCode: 1,
    httpStatus: 422,
    meaning: 'no event of a back-test can be scored',
  },
  OUT_OF_MODEL: { exitCode: 1, httpStatus: 422, meaning: 'the incident is no loss of availability' },
  MODEL_INVALID: { exitCode: 1, httpStatus: 500, meaning: 'a file in models/ is broken' },
  DATA_INVALID: { exitCode: 1, httpStatus: 500, meaning: 'a file in data/ is broken' },
} as const;

export type ErrorCode = keyof typeof errorCatalogue;

/** Wrong input: says what was found, where, what is allowed and what to do next. Broken invariants are not this; see `invariant`. */
export class ImpactError extends Error {
  readonly code: ErrorCode;
  /** Path of the field (`affected.businesses[1].count`), file or option at fault. */
  readonly path: string;
  readonly hint: string;

  constructor(code: ErrorCode, fields: { path: string; message: string; hint: string; cause?: unknown }) {
    super(fields.message, { cause: fields.cause });
    this.name = 'ImpactError';
    this.code = code;
    this.path = fields.path;
    this.hint = fields.hint;
  }
}
