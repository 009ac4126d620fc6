/** Nothing uncertain, nothing that grows by the hour: half of the work needs the cloud, all of it stops at once for everybody. */
export const flat = {
  'dependence.retail-trade': 0.5,
  'recapture.retail-trade': 0,
  'severity.immediateShare': 1,
  'severity.maximumShare': 1,
  'structural-error.systemic': 0,
  'footprint.tail': 0,
  'catalogue.cloud.class.many-services.reachedShare': 1,
  'catalogue.cloud.class.one-service.reachedShare': 1,
};

/** The same in one outage whose impairment is stated. */
export const flatOutage = { ...flat, 'footprint.impairmentScale': 1 };
