import { listEvents } from '../../services/describe-model.ts';
import type { Api } from '../api.ts';
import { refuseOtherMethods } from '../methods.ts';
import { bookRequest, bookResponse } from '../schemas/book.ts';
import { answers, bodyProblems, problem } from '../schemas/problem.ts';
import { goneSignal, JSON_TYPE, sendText } from '../send.ts';
import { bookCostMs, requireAffordable } from '../simulation-cost.ts';
import type { SimulationPool } from '../simulation-pool.ts';
import { unknownEvent } from '../unknown-event.ts';

/** 10,000 rows of some 130 characters, with room for longer ones. */
const LONGEST_BOOK = 4 * 1_048_576;
/** Draws of a book unless asked otherwise, as on the command line. */
const BOOK_DRAWS = 1000;

/** `/v1/portfolios/losses`. */
export async function registerPortfolios(app: Api, pool: SimulationPool): Promise<void> {
  const events = (await listEvents()).map(({ id }) => id);
  app.post(
    '/v1/portfolios/losses',
    {
      bodyLimit: LONGEST_BOOK,
      schema: {
        operationId: 'bookLosses',
        tags: ['insurance'],
        summary: 'Put a book of policies through one event',
        description:
          'Ground-up and gross loss of at most 10,000 rows of a portfolio with OED columns, and net loss where treaties are sent; rows that are wrong are left out and listed with their reasons, and wrong treaties refuse the request.',
        body: bookRequest,
        response: answers({
          200: {
            description:
              'Losses before and after policy terms and reinsurance, each policy that is struck, and rows refused.',
            content: { 'application/json': { schema: bookResponse } },
          },
          ...bodyProblems,
          413: problem('The body is too long, or the book has more than 10,000 rows.'),
        }),
      },
    },
    async (request, reply) => {
      const { event, scenario, csv, reinsuranceCsv, draws = BOOK_DRAWS, seed } = request.body;
      if (event !== undefined && !events.includes(event)) throw unknownEvent(event, events);
      const drawn = scenario && {
        ...scenario,
        simulation: { draws, seed: seed ?? scenario.simulation.seed },
      };
      if (drawn !== undefined) requireAffordable([{ at: '/scenario', scenario: drawn }]);
      const book = { event, scenario: drawn, csv, reinsuranceCsv, draws, seed };
      const costMs = bookCostMs(csv, reinsuranceCsv, draws, drawn);
      const json = await pool.run('book', book, { costMs, gone: goneSignal(reply) });
      reply.header('cache-control', 'no-store');
      return sendText(reply, JSON_TYPE, json);
    },
  );
  refuseOtherMethods(app, '/v1/portfolios/losses', ['POST']);
}
