/** What becomes of the journal's file: damaged, foreign, of another version, or held by somebody else. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import Database from 'libsql';
import { closedState, removeState, writeState } from '../../../src/sync/journal/files';
import { closeFile, openFile } from '../../../src/sync/journal/open';
import { migrations } from '../../../src/sync/journal/schema';
import { Desk, link, meetingId, noon, task } from './fixtures';

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.clear());

/** A closed journal with so many links. */
function filled(links = 300): Buffer {
  const { journal } = desk.open();
  journal.settle({ links: Array.from({ length: links }, (_, at) => link(at)) });
  journal.begin([task(1)], noon);
  journal.close();
  return readFileSync(desk.file);
}

/** As somebody else's write: the file's time of change is another one. */
function overwrite(content: Buffer): void {
  writeFileSync(desk.file, content);
  utimesSync(desk.file, 1, 1);
}

const beside = (): string[] => readdirSync(desk.folder).sort();

describe('a new journal', () => {
  it('is told as missing, is empty, and is nobody else’s to read', () => {
    const { journal, rebuilt, setAside } = desk.open(path.join(desk.folder, 'new', 'folder', 'journal.db'));
    expect([rebuilt, setAside]).toEqual(['missing', undefined]);
    expect(journal.countLinks()).toBe(0);
    for (const name of ['journal.db', 'journal.db-wal'])
      expect(statSync(path.join(desk.folder, 'new', 'folder', name)).mode & 0o077).toBe(0);
  });

  it('that was closed is one file, its lock and a note, and is no longer missing', () => {
    filled();
    expect(beside()).toEqual(['journal.db', 'journal.db.lock', 'journal.db.lock.txt', 'journal.db.state']);
    const { journal, rebuilt } = desk.open();
    expect(rebuilt).toBeUndefined();
    expect(journal.countLinks()).toBe(300);
  });

  it('whose making was broken off is made again', () => {
    writeFileSync(`${desk.file}.unfinished`, 'half');
    writeFileSync(`${desk.file}.unfinished-wal`, 'half');
    expect(desk.open().rebuilt).toBe('missing');
    expect(beside().filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  it('is opened as it was however often', () => {
    filled();
    for (let round = 0; round < 5; round += 1) {
      const { journal, rebuilt } = desk.open();
      expect([rebuilt, journal.countLinks()]).toEqual([undefined, 300]);
      journal.close();
    }
  });
});

describe('a damaged file is set aside as it is, and a fresh one begun:', () => {
  const middle = (content: Buffer) => Math.floor(content.length / 2);
  const damages: [string, (content: Buffer) => Buffer][] = [
    ['nothing in it', () => Buffer.alloc(0)],
    ['a part of its header', (content) => content.subarray(0, 40)],
    ['cut off in the middle', (content) => content.subarray(0, middle(content))],
    ['cut off by one page', (content) => content.subarray(0, content.length - 4_096)],
    ['text', () => Buffer.from('These are the minutes of a meeting. '.repeat(200))],
    ['zeros', (content) => Buffer.alloc(content.length)],
    [
      'zeros in the middle',
      (content) => Buffer.from(content).fill(0, middle(content), middle(content) + 9_000),
    ],
    [
      'garbage in the middle',
      (content) => Buffer.from(content).fill('garbage', 8_192, content.length - 8_192),
    ],
    ['garbage after its header', (content) => Buffer.from(content).fill('garbage', 100, 4_096)],
  ];

  it.each(damages)('%s', (_name, damage) => {
    const content = damage(filled());
    overwrite(content);
    const { journal, rebuilt, setAside } = desk.open();
    expect([rebuilt, setAside]).toEqual(['damaged', `${desk.file}.damaged-1`]);
    expect(readFileSync(setAside ?? '').equals(content)).toBe(true);
    expect([journal.countLinks(), journal.unfinished()]).toEqual([0, []]);
    journal.settle({ links: [link(1)] });
    journal.close();
    const again = desk.open();
    expect([again.rebuilt, again.journal.countLinks()]).toEqual([undefined, 1]);
  });

  it('another program’s database', () => {
    const other = new Database(desk.file);
    other.exec(`CREATE TABLE songs (title TEXT); INSERT INTO songs VALUES ('one'); PRAGMA user_version = 1`);
    other.close();
    const { rebuilt, setAside } = desk.open();
    expect(rebuilt).toBe('damaged');
    const kept = new Database(setAside ?? '');
    expect(kept.prepare('SELECT title FROM songs').raw().all()).toEqual([['one']]);
    kept.close();
  });

  it('each under a name of its own', () => {
    for (const number of [1, 2, 3]) {
      filled();
      overwrite(Buffer.from('damaged'));
      const { journal, setAside } = desk.open();
      expect(setAside).toBe(`${desk.file}.damaged-${number}`);
      journal.close();
    }
  });

  it('not a log of a file that is gone, which would be taken for the new one’s', () => {
    const { journal } = desk.open();
    journal.settle({ links: [link(1)] });
    const log = readFileSync(`${desk.file}-wal`);
    journal.close();
    rmSync(desk.file);
    writeFileSync(`${desk.file}-wal`, log);
    const again = desk.open();
    expect([again.rebuilt, again.setAside]).toEqual(['missing', `${desk.file}.damaged-1`]);
    expect(again.journal.countLinks()).toBe(0);
    expect(readFileSync(`${desk.file}.damaged-1-wal`).equals(log)).toBe(true);
  });
});

describe('what is wrong inside a whole file', () => {
  const damage = (sql: string): void => {
    filled();
    const db = new Database(desk.file);
    db.exec(sql);
    db.close();
  };

  it.each([
    ['facts that are no JSON', `UPDATE facts SET meeting = '{"topic":'`],
    ['facts of a wrong kind', `UPDATE facts SET meeting = json_set(meeting, '$.topic', 7)`],
    ['an unknown origin', `UPDATE links SET origin = 'nowhere'`],
    ['an appointment without its facts', `UPDATE facts SET appointment = '{}'`],
  ])('(%s) is told when it is read, and the file set aside when it is opened next', (_name, sql) => {
    damage(sql);
    const { journal, rebuilt } = desk.open();
    expect(rebuilt).toBeUndefined();
    expect(() => journal.linksOfMeetings([meetingId(1)])).toThrow(
      expect.objectContaining({ code: 'journal-damaged' }),
    );
    expect(() => journal.linksOfMeetings([meetingId(1)])).not.toThrow(
      expect.objectContaining({ message: expect.stringContaining('Planning') }),
    );
    journal.close();
    const again = desk.open();
    expect([again.rebuilt, again.journal.countLinks()]).toEqual(['damaged', 0]);
    expect(existsSync(again.setAside ?? '')).toBe(true);
  });

  it('is told of tasks, marks and tables as well', () => {
    damage(`UPDATE tasks SET task = '[]'; UPDATE links SET meeting_row = '"half'; DROP TABLE copies`);
    const { journal } = desk.open();
    for (const look of [
      () => journal.unfinished(),
      () => [...journal.known('meeting')],
      () => journal.copiesOfMeetings(['1']),
    ])
      expect(look).toThrow(expect.objectContaining({ code: 'journal-damaged' }));
  });

  it('is not looked for by reading everything, as long as the note says that nobody touched it', () => {
    const content = filled();
    const page = Math.floor(content.lastIndexOf('Planning 299') / 4_096) * 4_096;
    overwrite(Buffer.from(content).fill(0xff, page, page + 100));
    writeState(desk.file, closedState(desk.file));
    const { journal, rebuilt } = desk.open();
    expect([rebuilt, journal.countLinks()]).toEqual([undefined, 300]);
    journal.close();
    removeState(desk.file);
    expect(desk.open().rebuilt).toBe('damaged');
  });
});

describe('one at a time', () => {
  it('a second opener is refused, and has it when the first is done', () => {
    const { journal } = desk.open();
    expect(() => desk.open()).toThrow(expect.objectContaining({ code: 'journal-in-use' }));
    journal.settle({ links: [link(1)] });
    journal.close();
    expect(desk.open().journal.countLinks()).toBe(1);
  });

  it('whoever could not open it does not keep the lock', () => {
    mkdirSync(desk.file);
    for (let round = 0; round < 2; round += 1)
      expect(() => desk.open()).toThrow(expect.objectContaining({ code: 'journal-unusable' }));
    rmSync(desk.file, { recursive: true });
    expect(desk.open().rebuilt).toBe('missing');
  });

  it('a folder that cannot be made is told', () => {
    writeFileSync(path.join(desk.folder, 'taken'), '');
    expect(() => desk.open(path.join(desk.folder, 'taken', 'journal.db'))).toThrow(
      expect.objectContaining({ code: 'journal-unusable' }),
    );
  });

  it('a lock that is no lock file is told, and the journal left alone', () => {
    const content = filled();
    writeFileSync(`${desk.file}.lock`, 'These are the minutes of a meeting. '.repeat(100));
    expect(() => desk.open()).toThrow(expect.objectContaining({ code: 'journal-unusable' }));
    expect(readFileSync(desk.file).equals(content)).toBe(true);
  });

  it('the note of how it was left may be missing or make no sense', () => {
    filled();
    for (const note of ['', '{"left":"closed"}', '{"left":"nowhere"}']) {
      writeFileSync(`${desk.file}.state`, note);
      const { journal, rebuilt } = desk.open();
      expect([rebuilt, journal.countLinks()]).toEqual([undefined, 300]);
      journal.close();
    }
  });
});

describe('versions', () => {
  const later = [...migrations, `ALTER TABLE copies ADD COLUMN colour TEXT NOT NULL DEFAULT 'none'`];
  const openAs = (steps: readonly string[]) => {
    const { connection, rebuilt } = openFile(desk.file, steps);
    expect(rebuilt).toBeUndefined();
    return connection;
  };
  const backups = () => beside().filter((name) => name.includes('backup'));

  it('of before are brought forward, with a copy of the file as it was', () => {
    filled();
    const connection = openAs(later);
    expect(connection.value('PRAGMA user_version')).toBe(2);
    expect(connection.value('SELECT count(colour) FROM copies')).toBe(0);
    expect(connection.value('SELECT count(*) FROM links')).toBe(300);
    closeFile(connection, desk.file, false);
    expect(backups()).toEqual(['journal.db.v1.backup-1']);

    // The copy is a journal: it can be put in the place of the new one.
    renameSync(path.join(desk.folder, 'journal.db.v1.backup-1'), desk.file);
    const { journal, rebuilt } = desk.open();
    expect([rebuilt, journal.countLinks()]).toEqual([undefined, 300]);
    expect(journal.unfinished()).toMatchObject([{ task: task(1) }]);
  });

  it('are backed up, the newest three of them kept', () => {
    filled(3);
    let steps = migrations;
    for (let version = 2; version <= 6; version += 1) {
      steps = [...steps, `CREATE TABLE extra${version} (x TEXT)`];
      closeFile(openAs(steps), desk.file, false);
    }
    expect(backups()).toEqual(['journal.db.v3.backup-3', 'journal.db.v4.backup-4', 'journal.db.v5.backup-5']);
  });

  it('stay what they are when a step of the way fails, which is no damage', () => {
    filled();
    const steps = [...migrations, 'CREATE TABLE half (x TEXT)', 'CREATE TABLE broken ('];
    expect(() => openFile(desk.file, steps)).toThrow(expect.objectContaining({ code: 'journal-unusable' }));
    const { journal, rebuilt } = desk.open();
    expect([rebuilt, journal.countLinks()]).toEqual([undefined, 300]);
    journal.close();
    const connection = openAs(migrations);
    expect(connection.rows(`SELECT name FROM sqlite_schema WHERE name = 'half'`)).toEqual([]);
    connection.close();
  });

  it('of the future are refused and left alone', () => {
    filled();
    closeFile(openAs(later), desk.file, false);
    const content = readFileSync(desk.file);
    expect(() => desk.open()).toThrow(
      expect.objectContaining({ code: 'journal-newer', details: { version: 2, known: 1 } }),
    );
    expect(readFileSync(desk.file).equals(content)).toBe(true);
    const connection = openAs(later);
    expect(connection.value('SELECT count(*) FROM links')).toBe(300);
    connection.close();
  });
});
