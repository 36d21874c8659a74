/** Every answer of the Zoom stand-in against Zoom's own OpenAPI. */
import { provokeAnswers, type Answers } from './answers';
import { Checker } from './checker';
import { describeContract } from './contracts';
import { allows, deviations, unallowed } from './deviations';
import { operationIds } from './operationIds';

describeContract('the stand-in against the OpenAPI of Zoom', (operations) => {
  const checker = new Checker(operations, Object.values(operationIds));
  let answers: Answers;
  beforeAll(async () => {
    answers = await provokeAnswers();
  });
  const all = () => [...answers.valid, ...answers.invalid];
  const everything = () => [
    ...answers.valid.flatMap((exchange) => checker.request(exchange)),
    ...all().flatMap((exchange) => checker.response(exchange)),
  ];

  it('has every operation in the files', () => {
    const known = new Set(operations.map(({ operationId }) => operationId));
    expect(Object.values(operationIds).filter((id) => !known.has(id))).toEqual([]);
  });

  it('cannot hold groups to the files, which say nothing of them', () => {
    process.stdout.write('Groups of Zoom are not held to its OpenAPI: ../shared/contracts/zoom has none.\n');
    expect(operations.filter(({ path }) => path.startsWith('/groups'))).toEqual([]);
  });

  it('gives no answer that the files do not know, but for the deviations', () => {
    expect(unallowed(everything())).toEqual([]);
  });

  it('gives each answer that the files have for the operations, and 401', () => {
    const given = new Set(
      all().map((exchange) => `${checker.operationOf(exchange)?.operationId} ${exchange.status}`),
    );
    const documented = operations
      .filter(({ operationId }) => Object.values(operationIds).includes(operationId))
      .flatMap(({ operationId, responses }) =>
        [...Object.keys(responses), '401'].map((status) => `${operationId} ${status}`),
      );
    expect(documented.filter((answer) => !given.has(answer))).toEqual([]);
  });

  it.each(deviations.map((deviation) => [deviation.name, deviation] as const))(
    'still needs the deviation: %s',
    (_name, deviation) => {
      expect(everything().some((violation) => allows(deviation, violation))).toBe(true);
    },
  );

  it('refuses each request that is wrong by the files, and by them only for what was provoked', () => {
    for (const exchange of answers.invalid) {
      expect(checker.request(exchange)).not.toEqual([]);
      expect(exchange.status).toBe(400);
    }
  });
});
