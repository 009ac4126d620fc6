/** The edition of each table that is in use. A refreshed table gets a new folder, and its line here. */
export const vintages = {
  'us-sectors': '2023',
  'us-firms-by-size': '2021',
  countries: '2024',
  'sector-value-added-by-country': '2021',
  'us-cpi-gdp': '2026-05',
  'exchange-rates': '2025',
  'published-claims': '2026-11',
  'claim-events': '2026-11',
} as const;

export type Dataset = keyof typeof vintages;

/** Path of the table of a dataset below the package root. */
export function tablePath(dataset: Dataset): string {
  return `data/${dataset}/${vintages[dataset]}/table.csv`;
}
