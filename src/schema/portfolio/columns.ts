/**
 * Columns of a portfolio file, named as in Open Exposure Data (OED 5), whose open slots `FlexiAcc…` and `FlexiPol…`
 * hold what OED has no column for.
 */

/** Must be in the header. */
export const requiredColumns = [
  ...['PortNumber', 'AccNumber', 'PolNumber', 'AccCurrency', 'AnnualRevenue', 'IndustryCode1'],
  ...['LayerLimit', 'LayerParticipation', 'PolDed', 'PolLimitCBI', 'CloudVendor'],
] as const;

/** The waiting period in days, as OED has it, or in hours; one of the two must be in the header. */
export const waitingColumns = ['BIWaitingPeriod', 'FlexiPolBIWaitingHours'] as const;

/** Read when present. */
export const optionalColumns = [
  ...['LayerNumber', 'InsuredName', 'AnnualRevenueCurrency', 'IndustryScheme1', 'CountryCode'],
  ...['GrossProfitMargin', 'PolInceptionDate', 'PolExpiryDate', 'PolPerilsCovered', 'PolCoverage'],
  ...['LayerAttachment', 'PolSIR', 'PolDedCBI', 'PolLimitNPBI', 'PolDedNPBI', 'LayerAggLimit'],
  ...['LayerAggAttachment', 'BIPOI', 'PolGrossPremium', 'FlexiPolBIWaitingMode', 'FlexiPolBITrigger'],
  ...['FlexiPolBIWaitingTrigger', 'FlexiPolBIWaitingClock'],
  ...['FlexiPolMinImpairment', 'FlexiPolSystemFailure', 'FlexiPolDependentSystemFailure'],
  ...['FlexiPolDependentSystemFailureLimit', 'FlexiPolDependencyTier', 'FlexiPolWidespreadLimit'],
  ...['FlexiPolWidespreadCoinsurance', 'FlexiPolExcludedCauses', 'FlexiPolMaxHours', 'FlexiPolLossBasis'],
  ...['FlexiAccCloudRegion', 'FlexiAccCloudServices', 'FlexiAccFailover', 'FlexiAccDependency'],
  ...['FlexiPolRecaptureDeducted', 'FlexiPolCoinsurance'],
  ...['FlexiAccExtraExpense', 'FlexiPolExtraExpenseLimit', 'FlexiPolExtraExpenseWaiting'],
] as const;

/** Coverages of OED's cyber columns that no outage touches. */
const otherCoverages = ['DIAS', 'EXT', 'FIN', 'INRE', 'LIA', 'REG', 'ENO'];

/** Columns of OED that nothing reads. Some are close to ones above, and no slips of the pen. */
export const unreadColumns: ReadonlySet<string> = new Set([
  ...otherCoverages.flatMap((coverage) => [`PolLimit${coverage}`, `PolDed${coverage}`]),
  ...['IndustryScheme2', 'IndustryCode2', 'IndustryVintage1', 'IndustryVintage2', 'IndustryDescription'],
  ...['AccName', 'AccStatus', 'AccPeril', 'AccDed', 'AccLimit', 'AccParticipation', 'AccUserDef1'],
  ...['PortName', 'PolName', 'PolStatus', 'PolPeril', 'PolLimit', 'PolLimitType', 'PolLimitCode'],
  ...['PolDedType', 'PolDedCode', 'PolMinDed', 'PolMaxDed', 'PolNetPremium', 'PolTax', 'PolBrokerage'],
  ...['PolUserDef1', 'PolUserDef2', 'StackedPolNumber', 'LimitCurrency', 'DedCurrency', 'IsPackage', 'URL'],
  ...['StreetAddress', 'PostalCode', 'City', 'AreaCode', 'NumberOfEmployees', 'NumberOfRecords'],
  ...['EmailVendor', 'CRMVendor', 'OSVendor', 'BackUpFreq', 'PatchPolicy', 'RateOfExchange'],
  ...['OriginalCurrency', 'LOB', 'ProducerName', 'CedantName', 'BranchName'],
]);

export type PortfolioColumn =
  (typeof requiredColumns)[number] | (typeof waitingColumns)[number] | (typeof optionalColumns)[number];

export const readColumns: readonly PortfolioColumn[] = [
  ...requiredColumns,
  ...waitingColumns,
  ...optionalColumns,
];
