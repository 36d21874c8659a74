/** Which groups those are that Zoom or a list brings. */
import * as fc from 'fast-check';
import { planGroups, shownText } from '../../../src/backend/policy/groupPlan';

const there = (id: string, name: string, zoomId: string | null = null) => ({ id, name, zoomId });
const zooms = (zoomId: string, name: string) => ({ zoomId, name, memberIds: [] });
const listed = (name: string) => ({ name, memberIds: [] });
const namesOf = ({ planned }: ReturnType<typeof planGroups>) =>
  planned.map(({ present, name }) => [present?.id, name]);

it('tells Zoom’s groups by id, whatever they are called now', () => {
  const present = [there('a', 'Sales', 'z1'), there('b', 'Field', 'z2')];
  const swapped = planGroups(present, [zooms('z2', 'Sales'), zooms('z1', 'Field')]);
  expect(namesOf(swapped)).toEqual([
    ['b', 'Sales'],
    ['a', 'Field'],
  ]);
  expect(swapped.left).toEqual([]);
});

it('does not take a group from the one in Zoom whose it is, because another one has its name now', () => {
  const present = [there('a', 'Sales', 'z1')];
  const plan = planGroups(present, [zooms('z9', 'Sales'), zooms('z1', 'Sales of before')]);
  expect(namesOf(plan)).toEqual([
    [undefined, 'Sales'],
    ['a', 'Sales of before'],
  ]);
});

it('makes a group of the same name the source’s, however it is spelt', () => {
  const plan = planGroups([there('a', 'SALES'), there('b', 'Other')], [listed('sales')]);
  expect(namesOf(plan)).toEqual([['a', 'sales']]);
  expect(plan.left.map(({ id }) => id)).toEqual(['b']);
});

it('numbers groups that Zoom calls alike, and keeps to it', () => {
  const brought = [zooms('z1', 'Sales'), zooms('z2', 'sales'), zooms('z3', 'Sales')];
  const first = planGroups([], brought);
  const names = ['Sales', 'sales (2)', 'Sales (3)'];
  expect(first.planned.map(({ name }) => name)).toEqual(names);
  const present = first.planned.map(({ name, brought: { zoomId = null } }, index) =>
    there(`g${index}`, name, zoomId),
  );
  expect(namesOf(planGroups(present, brought))).toEqual(names.map((name, index) => [`g${index}`, name]));
});

it('numbers a group that is called in Zoom like one that stays here', () => {
  const present = [there('a', 'Sales', 'z1'), there('b', 'Field')];
  expect(namesOf(planGroups(present, [zooms('z1', 'Field')]))).toEqual([['a', 'Field (2)']]);
});

it('leaves out names of nothing, and shortens long ones without breaking a letter', () => {
  const long = '😀'.repeat(120);
  const plan = planGroups([], [listed(' \n\u202E '), listed(long), listed(`${long} later`)]);
  expect(plan.planned.map(({ name }) => name)).toEqual(['😀'.repeat(100), `${'😀'.repeat(96)} (2)`]);
});

it('shows no text that breaks a line or turns its direction', () => {
  expect(shownText(' a\u0000b\u2028c\u202Ed\uD800 ')).toBe('a b c d\uFFFD');
});

it('gives every group one name of its own and nothing twice, whatever comes', () => {
  const anyName = fc.constantFrom('A', 'a', 'Σ', 'σ', 'ς', 'a (2)', 'A (3)', ' ', 'İ', 'x'.repeat(120));
  const anyZoomId = fc.constantFrom('z1', 'z2', 'z3', 'z4');
  const anyPresent = fc.uniqueArray(
    fc.record({
      id: fc.uuid(),
      name: fc.constantFrom('A', 'σ', 'a (2)', 'B'),
      zoomId: fc.option(anyZoomId),
    }),
    { selector: ({ name }) => name, maxLength: 4 },
  );
  const anyBrought = fc.uniqueArray(
    fc.record({ zoomId: anyZoomId, name: anyName, memberIds: fc.constant([]) }),
    { selector: ({ zoomId }) => zoomId },
  );
  fc.assert(
    fc.property(anyPresent, anyBrought, (present, brought) => {
      const { planned, left } = planGroups(present, brought);
      const names = [...planned, ...left].map(({ name }) => name.toLowerCase());
      expect(new Set(names).size).toBe(names.length);
      const ids = [...planned.flatMap((each) => each.present?.id ?? []), ...left.map(({ id }) => id)];
      expect(ids.sort()).toEqual(present.map(({ id }) => id).sort());
      expect(planned).toHaveLength(brought.filter(({ name }) => name.trim() !== '').length);
      expect(planned.every(({ name }) => [...name].length <= 100)).toBe(true);
    }),
    { seed: 20261122, numRuns: 300 },
  );
});
