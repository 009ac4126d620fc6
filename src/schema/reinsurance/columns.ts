/**
 * Columns of a treaty file, named as in the ReinsInfo file of Open Exposure Data (OED 5); `FlexiReins…` holds what OED
 * has no column for.
 */

/** Must be in the header. */
export const requiredColumns = [
  ...['ReinsNumber', 'ReinsType', 'PlacedPercent', 'ReinsCurrency', 'InuringPriority'],
] as const;

/** Read when present. */
export const optionalColumns = [
  ...['ReinsName', 'ReinsPeril', 'ReinsInceptionDate', 'ReinsExpiryDate', 'UseReinsDates'],
  ...['CededPercent', 'OccLimit', 'OccAttachment', 'AggLimit', 'AggAttachment', 'TreatyShare'],
  ...['Reinstatement', 'ReinstatementCharge', 'ReinsPremium', 'FlexiReinsEventHours'],
] as const;

/** Terms that are not read: each must be blank or the word that changes nothing. */
export const unreadTerms = {
  RiskLimit: '0',
  RiskAttachment: '0',
  OccFranchiseDed: '0',
  OccReverseFranchise: '0',
  AggPeriod: '365',
  AttachmentBasis: 'LO',
  ReinsFXrate: '1',
} as const;

/** Columns of OED that change no loss. */
export const namesOnly = [
  ...['ReinsLayerNumber', 'RiskLevel', 'DeemedPercentPlaced', 'OriginalCurrency', 'RateOfExchange'],
  ...['OEDVersion'],
] as const;

export type TreatyColumn =
  | (typeof requiredColumns)[number]
  | (typeof optionalColumns)[number]
  | (typeof namesOnly)[number]
  | keyof typeof unreadTerms;

export const treatyColumns: readonly TreatyColumn[] = [
  ...requiredColumns,
  ...optionalColumns,
  ...(Object.keys(unreadTerms) as (keyof typeof unreadTerms)[]),
  ...namesOnly,
];
