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
  ...['FlexiPolMinImpairment', 'FlexiPolSystemFailure', 'FlexiPolDependentSystemFailure'],
  ...['FlexiPolDependentSystemFailureLimit', 'FlexiPolDependencyTier', 'FlexiPolWidespreadLimit'],
  ...['FlexiPolWidespreadCoinsurance', 'FlexiPolExcludedCauses', 'FlexiPolMaxHours', 'FlexiPolLossBasis'],
  ...['FlexiAccCloudRegion', 'FlexiAccCloudServices', 'FlexiAccFailover', 'FlexiAccDependency'],
  ...['FlexiPolCoinsurance', 'FlexiPolExtraExpenseLimit'],
] as const;

/** Columns of OED whose names are close to ones above; they are no slips of the pen. Nothing reads them. */
export const unreadColumns: ReadonlySet<string> = new Set([
  ...['IndustryScheme2', 'IndustryCode2', 'IndustryVintage1', 'IndustryVintage2', 'AreaCode', 'AccName'],
  ...['NumberOfEmployees', 'EmailVendor', 'CRMVendor', 'OSVendor', 'BackUpFreq', 'RateOfExchange'],
  ...['OriginalCurrency', 'PolNetPremium', 'PolTax', 'PolBrokerage', 'PolStatus', 'PolName', 'PortName'],
  ...['PolLimit', 'PolLimitType', 'PolDedType', 'PolDedCode', 'PolLimitCode', 'PolMinDed', 'PolMaxDed'],
  ...['PolPeril', 'AccPeril', 'AccDed', 'AccLimit', 'AccParticipation', 'AccStatus', 'LayerPremium'],
  ...['PolDedExtortion', 'PolLimitExtortion', 'PolDedReg', 'PolLimitReg', 'PolDedLiab', 'PolLimitLiab'],
  ...['LOB', 'ProducerName', 'CedantName', 'BranchName', 'AccUserDef1', 'PolUserDef1', 'PolUserDef2'],
]);

export type PortfolioColumn =
  (typeof requiredColumns)[number] | (typeof waitingColumns)[number] | (typeof optionalColumns)[number];

export const readColumns: readonly PortfolioColumn[] = [
  ...requiredColumns,
  ...waitingColumns,
  ...optionalColumns,
];
