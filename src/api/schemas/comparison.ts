import { strictObject } from '../../schema/strict-object.ts';
import { scenarioRequest } from './scenario.ts';

export const comparisonRequest = strictObject(
  { first: scenarioRequest, second: scenarioRequest },
  'two scenarios',
).meta({ id: 'ComparisonRequest', description: 'Two scenarios with the same draws and seed.' });
