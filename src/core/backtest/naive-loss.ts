import type { Catalog, ZoneOffsetHours } from '../catalog.ts';
import { compileQuantity, quantileAt } from '../distribution/marginal.ts';
import type { Quantity } from '../distribution/quantity.ts';
import { flatUsdPerHour, sharesOf } from '../exposure/economy.ts';
import { compile } from '../impact/compile.ts';
import type { Compilation } from '../impact/compile.ts';
import type { Company, Scenario } from '../scenario.ts';
import { HOURS_PER_YEAR } from '../units/time.ts';

/**
 * What a hurried reader would compute: everything that the companies earn, or the economy makes, in the hours of the
 * outage.
 *
 *   companies:  sum of R/8760 x hours;  R revenue of the affected unit, else of the group;  hours until business was
 *               normal, else hours down
 *   economies:  GDP/8760 x share of the scope x share cut off x hours down
 *
 * Quantities count by their median, and unknown hours by that of the prior. An economy in whose outage only companies
 * are known counts by these; a part of an economy whose share is not stated counts as the whole, as for its ceiling.
 *
 * @returns US dollars, above 0; null when neither a revenue nor the size of the scope is known
 */
export function naiveLossUsd(
  scenario: Scenario,
  catalog: Catalog,
  zoneOffset: ZoneOffsetHours,
): number | null {
  const compilation = compile(scenario, catalog, zoneOffset);
  const usd = onlyCompaniesKnown(scenario)
    ? revenueOfHours(scenario, compilation)
    : outputOfHours(scenario, compilation);
  return usd > 0 ? usd : null;
}

function onlyCompaniesKnown({ affected, outage, scope }: Scenario): boolean {
  if (scope?.kind === 'company') return true;
  const { businesses, companies, coverage, devices, userReports } = affected;
  return (
    companies.length > 0 &&
    businesses.length + coverage.length + userReports.length === 0 &&
    devices === undefined &&
    outage.provider === undefined
  );
}

function revenueOfHours({ affected, outage }: Scenario, { model }: Compilation): number {
  const hoursOf = (company: Company): number => {
    const until = company.restorationHours ?? outage.restorationHours;
    return until === undefined ? model.timing.middleHours : middleOf(until);
  };
  return affected.companies.reduce((sum, company) => {
    const revenue = company.affectedUnitRevenueUsd ?? company.annualRevenueUsd;
    return revenue === undefined ? sum : sum + (middleOf(revenue) / HOURS_PER_YEAR) * hoursOf(company);
  }, 0);
}

function outputOfHours(scenario: Scenario, { economy, model }: Compilation): number {
  if (economy === null) return 0;
  const { countries, valueAddedShare } = model.scope;
  const { coverage } = scenario.affected;
  const cutOff = (iso2: string): number => {
    if (countries !== undefined && !countries.includes(iso2)) return 0;
    if (coverage.length === 0) return 1;
    const row = coverage.find(({ country }) => country === iso2);
    return row === undefined ? 0 : middleOf(row.share);
  };
  const share = valueAddedShare === undefined ? 1 : middleOf(valueAddedShare);
  return flatUsdPerHour(economy, sharesOf(economy, cutOff)) * share * model.timing.middleHours;
}

function middleOf(quantity: Quantity): number {
  return quantileAt(compileQuantity(quantity, {}, 'naive loss').marginal, 0.5);
}
