/** The embedded profile: stores, items, their ids and change numbers, and the file they lie in. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import Database from 'libsql';
import { ConflictError } from '../../../src/helper/embedded/errors';
import type { Store } from '../../../src/helper/embedded/model';
import type { Profile } from '../../../src/helper/embedded/profile';
import { migrate, migrations } from '../../../src/helper/embedded/schema';
import { attendee, Desk, fields, hour, nine, organizer, zone } from './fixtures';

let desk: Desk;
let profile: Profile;
let store: Store;

beforeEach(() => {
  desk = new Desk();
  profile = desk.open();
  store = profile.ensureStore(organizer, zone);
});
afterEach(() => desk.clear());

const add = (given: Parameters<typeof fields>[0] = {}) =>
  profile.create({ storeId: store.id, fields: fields(given) });

describe('stores', () => {
  it('are made once for a person, however the address is written', () => {
    const again = profile.ensureStore({ ...organizer, address: 'ORGANIZER@example.test' }, zone);
    expect(again.id).toBe(store.id);
    expect(profile.stores()).toHaveLength(1);
  });

  it('take over a changed name and zone', () => {
    profile.ensureStore({ ...organizer, name: 'Front Desk' }, 'UTC');
    expect(profile.stores()).toEqual([
      { id: store.id, owner: { ...organizer, name: 'Front Desk' }, timeZone: 'UTC' },
    ]);
  });

  it('keep the order in which they were made', () => {
    profile.ensureStore(attendee, zone);
    profile.ensureStore(organizer, zone);
    expect(profile.stores().map(({ owner }) => owner.address)).toEqual([organizer.address, attendee.address]);
  });

  it('keep settings of their own', () => {
    const other = profile.ensureStore(attendee, zone);
    profile.saveSettings(store.id, { language: '"de"' });
    expect(profile.settings(store.id)).toEqual({ language: '"de"' });
    expect(profile.settings(other.id)).toEqual({});
    expect(() => profile.settings('nobody')).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});

describe('items', () => {
  it('are read as they were written', () => {
    const made = add();
    expect(profile.read(made.id)).toEqual(made);
    expect(made).toMatchObject({ ...fields(), storeId: store.id });
  });

  it('are there when the file is opened again', () => {
    const made = add();
    profile.close();
    expect(desk.open().read(made.id)).toEqual(made);
  });

  it('get a growing change number with every write', () => {
    const made = add();
    const second = profile.update(made.id, { subject: 'Second' });
    const third = profile.update(made.id, { subject: 'Third' });
    expect(second.changeNumber).toBeGreaterThan(made.changeNumber);
    expect(third.changeNumber).toBeGreaterThan(second.changeNumber);
    expect(third).toMatchObject({ id: made.id, subject: 'Third', location: 'Room 1' });
  });

  it('refuse a write that was made without knowing the last one, and hand out the last one', () => {
    const made = add();
    const newer = profile.update(made.id, { subject: 'Newer' }, made.changeNumber);
    for (const late of [
      () => profile.update(made.id, { subject: 'Late' }, made.changeNumber),
      () => profile.delete(made.id, made.changeNumber),
      () => profile.move(made.id, profile.folder(store.id, 'deleted-items').id, made.changeNumber),
    ]) {
      expect(late).toThrow(ConflictError);
      expect(late).toThrow(expect.objectContaining({ code: 'conflict', current: newer }));
    }
    expect(profile.read(made.id)).toEqual(newer);
  });

  it('have a new id in another folder and the same search key', () => {
    const made = add();
    const moved = profile.move(made.id, profile.folder(store.id, 'deleted-items').id);
    expect(moved.id).not.toBe(made.id);
    expect(moved.searchKey).toBe(made.searchKey);
    expect(() => profile.read(made.id)).toThrow(expect.objectContaining({ code: 'not-found' }));
    const back = profile.move(moved.id, made.folderId);
    expect([made.id, moved.id]).not.toContain(back.id);
  });

  it('go to Deleted Items first and are gone after that', () => {
    const made = add();
    const deleted = profile.delete(made.id);
    expect(deleted).toMatchObject({ searchKey: made.searchKey, subject: 'Planning' });
    expect(profile.list({ storeId: store.id })).toEqual([]);
    expect(profile.list({ storeId: store.id, folderKind: 'deleted-items' })).toEqual([deleted]);
    expect(deleted && profile.delete(deleted.id)).toBeNull();
    expect(profile.list({ storeId: store.id, folderKind: 'deleted-items' })).toEqual([]);
  });

  it('move into the calendar of another person', () => {
    const other = profile.ensureStore(attendee, zone);
    const made = add();
    const moved = profile.move(made.id, profile.folder(other.id, 'calendar').id);
    expect(moved.storeId).toBe(other.id);
    expect(profile.list({ storeId: other.id })).toEqual([moved]);
  });

  it('are read many at once in the order asked for, without those that are not there', () => {
    const [first, second] = [add(), add()];
    expect(profile.readMany([second.id, 'nothing', first.id])).toEqual([second, first]);
    expect(profile.readMany([])).toEqual([]);
  });

  it('are found by uid in every calendar or in one, but not when deleted', () => {
    const other = profile.ensureStore(attendee, zone);
    const made = add();
    const copy = profile.create({ storeId: other.id, fields: fields(), uid: made.uid });
    expect(profile.findByUid(made.uid)).toEqual([made, copy]);
    expect(profile.findByUid(made.uid, other.id)).toEqual([copy]);
    profile.delete(copy.id);
    expect(profile.findByUid(made.uid)).toEqual([made]);
  });

  it('are listed when they overlap the range, its end left out', () => {
    const at = (start: number, end: number) => add({ subject: `${start}-${end}`, start, end }).subject;
    const outside = [at(0, 10), at(20, 30), at(30, 40), at(9, 9), at(20, 20)];
    const inside = [at(0, 11), at(0, 40), at(10, 20), at(19, 25), at(10, 10), at(12, 12)];
    const listed = profile.list({ storeId: store.id, from: 10, to: 20 }).map(({ subject }) => subject);
    expect([...listed].sort()).toEqual([...inside].sort());
    expect(profile.list({ storeId: store.id })).toHaveLength(inside.length + outside.length);
  });

  it.each([
    ['an end before the start', { end: nine - 1 }, 'The end is before the start.'],
    ['a start that is no instant', { start: Number.NaN }, 'start'],
    ['a fraction of a millisecond', { end: nine + 0.5 }, 'end'],
    ['a start beyond the calendar', { start: 9e15, end: 9e15 }, 'start'],
  ])('with %s are refused and nothing is written', (_name, given, told) => {
    expect(() => add(given)).toThrow(
      expect.objectContaining({ code: 'invalid', message: expect.stringContaining(told) }),
    );
    expect(profile.latestSequence()).toBe(0);
    const made = add({ end: nine + hour });
    expect(() => profile.update(made.id, given)).toThrow(expect.objectContaining({ code: 'invalid' }));
    expect(profile.read(made.id)).toEqual(made);
  });

  it('need a store that exists', () => {
    const make = () => profile.create({ storeId: 'nobody', fields: fields() });
    expect(make).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});

describe('text', () => {
  it.each([
    ['markup and quotes', `<script>alert('1')</script>"; DROP TABLE items; --`],
    ['NUL and control characters', 'a\u0000b\u0001\r\n\t'],
    ['a lone surrogate', 'x\ud800y\udc00'],
    ['right-to-left override', '\u202Egnp.exe'],
    ['emoji, combining marks, astral characters', '👩🏽‍💻 e\u0301 𝒵'],
    ['nothing', ''],
    ['ten thousand characters', 'ä'.repeat(10_000)],
  ])('of %s comes back as it was', (_name, text) => {
    const made = add({
      subject: text,
      location: text,
      body: { format: 'text', content: text },
      customProperties: { [text || 'key']: text },
    });
    expect(profile.read(made.id)).toEqual(made);
    expect(made.subject).toBe(text);
  });

  it('of any kind comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (subject, content) => {
        const made = add({ subject, body: { format: 'html', content } });
        const { subject: readSubject, body } = profile.read(made.id);
        expect([readSubject, body.content]).toEqual([subject, content]);
      }),
      { numRuns: 60 },
    );
  });

  it('of two million characters comes back as it was', () => {
    const content = '<p>ß€😀</p>'.repeat(200_000);
    const made = add({ body: { format: 'html', content } });
    expect(profile.read(made.id).body.content === content).toBe(true);
  });
});

describe('transactions', () => {
  it('that fail leave neither items nor changes behind', () => {
    const made = add();
    const half = () =>
      profile.transaction(() => {
        add();
        profile.update(made.id, { subject: 'Half' });
        throw new Error('stopped half-way');
      });
    expect(half).toThrow('stopped half-way');
    expect(profile.list({ storeId: store.id })).toEqual([made]);
    expect(profile.latestSequence()).toBe(made.changeNumber);
  });

  it('cannot wait for something', () => {
    const waiting = () => profile.transaction(() => Promise.resolve(add()));
    expect(waiting).toThrow('cannot wait');
    expect(profile.list({ storeId: store.id })).toEqual([]);
  });

  it('of another process that never ends is told as busy', () => {
    const impatient = desk.open({ busyMilliseconds: 20 });
    profile.transaction(() => {
      expect(() => impatient.create({ storeId: store.id, fields: fields() })).toThrow(
        expect.objectContaining({ code: 'busy' }),
      );
    });
    expect(impatient.create({ storeId: store.id, fields: fields() }).subject).toBe('Planning');
  });
});

describe('the file', () => {
  const raw = () => new Database(desk.file);

  it('is shared by two profiles, each seeing what the other wrote', () => {
    const second = desk.open();
    const made = add();
    const changed = second.update(made.id, { subject: 'From the other' }, made.changeNumber);
    expect(profile.read(made.id)).toEqual(changed);
    expect(() => profile.update(made.id, { subject: 'Late' }, made.changeNumber)).toThrow(ConflictError);
  });

  it('that is no database is told as damaged', () => {
    const file = join(desk.folder, 'other.sqlite');
    writeFileSync(file, 'These are the minutes of a meeting. '.repeat(100));
    expect(() => desk.open({ file })).toThrow(expect.objectContaining({ code: 'damaged' }));
  });

  it('of another program is left alone', () => {
    const file = join(desk.folder, 'other.sqlite');
    const other = new Database(file);
    other.exec('CREATE TABLE songs (title TEXT)');
    other.close();
    expect(() => desk.open({ file })).toThrow(expect.objectContaining({ code: 'damaged' }));
  });

  it('of a newer version is refused and not touched', () => {
    const db = raw();
    db.exec(`PRAGMA user_version = ${migrations.length + 1}`);
    db.close();
    expect(() => desk.open()).toThrow(
      expect.objectContaining({ code: 'newer-file', message: expect.stringContaining('newer version') }),
    );
  });

  it('of an older version is brought forward step by step, keeping what is in it', () => {
    const made = add();
    const db = raw();
    migrate(db, [...migrations, `ALTER TABLE items ADD COLUMN colour TEXT NOT NULL DEFAULT 'none'`]);
    expect(db.prepare('SELECT id, colour FROM items').all()).toEqual([{ id: made.id, colour: 'none' }]);
    expect(() => migrate(db)).toThrow(expect.objectContaining({ code: 'newer-file' }));
    db.close();
  });

  it('stays at its version when a step of the way fails', () => {
    const db = raw();
    const steps = [...migrations, 'CREATE TABLE half (x TEXT)', 'CREATE TABLE broken ('];
    expect(() => migrate(db, steps)).toThrow();
    expect(db.prepare(`SELECT name FROM sqlite_master WHERE name = 'half'`).all()).toEqual([]);
    expect(() => migrate(db)).not.toThrow();
    db.close();
  });

  it.each([
    ['fields that are not JSON', `fields = '{"subject":'`, 'fields'],
    ['a field of a wrong kind', `fields = json_set(fields, '$.subject', 7)`, 'fields.subject'],
    ['a field that is missing', `fields = json_remove(fields, '$.body')`, 'fields.body'],
  ])('with %s in it is told as damaged, by name and without content', (_name, damage, told) => {
    const made = add({ location: 'secret room' });
    const db = raw();
    db.exec(`UPDATE items SET ${damage}`);
    db.close();
    for (const look of [
      () => profile.read(made.id),
      () => profile.list({ storeId: store.id }),
      () => profile.update(made.id, { subject: 'x' }),
    ]) {
      expect(look).toThrow(
        expect.objectContaining({
          code: 'damaged',
          message: expect.stringMatching(new RegExp(`appointment .*${told.replace('.', '\\.')}`)),
        }),
      );
      expect(look).not.toThrow(expect.objectContaining({ message: expect.stringContaining('secret') }));
    }
  });

  it('is let go of when the profile is closed, and refuses whoever still uses it', () => {
    profile.close();
    profile.close();
    for (const use of [() => add(), () => profile.stores(), () => profile.watch(() => undefined)])
      expect(use).toThrow(expect.objectContaining({ code: 'closed' }));
  });
});
