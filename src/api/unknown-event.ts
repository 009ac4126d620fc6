import { nearestName } from '../core/units/nearest-name.ts';
import { InvalidInput } from './problem.ts';

/** An `event` of a body that no bundled event has as its id. */
export function unknownEvent(event: string, events: readonly string[]): InvalidInput {
  const near = nearestName(event, events);
  return new InvalidInput([
    {
      pointer: '#/event',
      detail: 'no bundled event has this id',
      code: 'EVENT_UNKNOWN',
      hint: near === null ? 'GET /v1/events lists them' : `did you mean "${near}"?`,
    },
  ]);
}
