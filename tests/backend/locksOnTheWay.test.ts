/** What is locked holds whichever way a meeting takes to Zoom: by a template, or on a second try after a lost answer. */
import { Meeting } from '../../src/api/backend';
import type { OpenDatabase } from '../../src/backend/database/open';
import type { MeetingRequest } from '../../src/domain/meeting';
import { CLAIM, emptyDatabase, openInMemory, problemCode, REQUEST, World, type TestBackend } from './support';
import { ADMIN, COLLEAGUE } from './zoomDouble';

const CREATE = /^POST \/v2\/users\/me\/meetings$/;
const plain: MeetingRequest = { ...REQUEST, options: {} };

let open: OpenDatabase;
let world: World;
let backend: TestBackend;
let token: string;

beforeAll(async () => {
  open = await openInMemory();
});
afterAll(() => open.close());
beforeEach(async () => {
  await emptyDatabase(open);
  world = new World(open);
  world.zoom.scheduler = COLLEAGUE;
  world.zoom.sharesList = true;
  backend = await world.backend();
  ({ token } = await backend.signIn());
});

async function save(settings: object): Promise<void> {
  const admin = await backend.signIn(ADMIN);
  const url = '/api/account/settings';
  const saved = await backend.as(admin.token, 'PUT', url, settings, { 'if-match': '*' });
  expect(saved.statusCode).toBe(200);
}

/** What Zoom was sent for new meetings, one after the other. */
const sent = () =>
  world.zoom.calls.filter(({ name }) => CREATE.test(name)).map(({ body }) => JSON.parse(body ?? '{}'));

test('a meeting from a template has a passcode where there must be one, though Zoom might make one itself', async () => {
  world.zoom.settings = { schedule_meeting: { require_password_for_scheduling_new_meetings: true } };
  await save({ meeting: { defaults: { passcodeRequired: true }, locked: ['passcode'] } });
  await backend.create(token, CLAIM, { ...plain, options: { template: 'template-1' } });
  expect(sent()).toMatchObject([{ template_id: 'template-1', password: expect.stringMatching(/^\w{8}$/) }]);
});

describe('when Zoom’s answer was lost and something was locked before the next try', () => {
  const locking = {
    scheduleForOthers: { value: false, locked: true },
    meeting: { defaults: { waitingRoom: true }, locked: ['waitingRoom'] },
  };

  /** Sent twice, each time with this fate, so that nobody knows. */
  async function lose(options: MeetingRequest['options'], fate: 'lost-before' | 'lost-after'): Promise<void> {
    const silent = () => new Response('', { status: 503 });
    world.zoom.fail(CREATE, fate);
    if (fate === 'lost-before') world.zoom.fail(CREATE, fate);
    else for (let look = 0; look < 9; look += 1) world.zoom.fail(/^GET .*meetings$/, silent());
    expect(problemCode(await backend.create(token, CLAIM, { ...plain, options }))).toBe(
      'zoom-outcome-unknown',
    );
    world.zoom.calls.length = 0;
  }

  it.each<[string, MeetingRequest['options'], string]>([
    ['for another host', { scheduleFor: COLLEAGUE.email }, 'schedule_for'],
    ['without a waiting room', { waitingRoom: false }, 'nothing of it'],
  ])('a meeting %s that was not made is made as is allowed now', async (_, options, left) => {
    await lose(options, 'lost-before');
    await save(locking);
    const answer = await backend.create(token, CLAIM, plain);
    expect(answer.statusCode).toBe(201);
    expect(sent()).toMatchObject([{ settings: { waiting_room: true } }]);
    expect(sent()[0]).not.toHaveProperty(left);
    expect(world.zoom.living()).toHaveLength(1);
  });

  it('what was locked holds also for what the earlier try left out', async () => {
    await lose({}, 'lost-before');
    await save({ meeting: { defaults: { waitingRoom: false }, locked: ['waitingRoom'] } });
    expect((await backend.create(token, CLAIM, plain)).statusCode).toBe(201);
    expect(sent()).toMatchObject([{ settings: { waiting_room: false } }]);
  });

  it('a meeting that was made is found by what it was made from, and brought in line', async () => {
    await lose({ waitingRoom: false }, 'lost-after');
    await save(locking);
    const options = { waitingRoom: true };
    const answer = await backend.create(token, CLAIM, { ...plain, options });
    expect(Meeting.parse(answer.json()).options.waitingRoom).toBe(true);
    expect(sent()).toEqual([]);
    expect(world.zoom.living()).toHaveLength(1);
  });

  it('a wish that was locked while the earlier try was looked for is refused, and nothing is sent', async () => {
    await lose({}, 'lost-before');
    let looked = false;
    world.zoom.before = async ({ name }) => {
      if (looked || !/^GET .*meetings$/.test(name)) return;
      looked = true;
      await save(locking);
    };
    const answer = await backend.create(token, CLAIM, { ...plain, options: { waitingRoom: false } });
    expect(problemCode(answer)).toBe('option-locked');
    expect(sent()).toEqual([]);
  });
});
