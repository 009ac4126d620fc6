/** Hours in the year that annual amounts are divided by: 365 × 24. */
export const HOURS_PER_YEAR = 8760;

export const MS_PER_HOUR = 3_600_000;
