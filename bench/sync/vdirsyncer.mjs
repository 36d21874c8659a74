// The reference: vdirsyncer between two local folders, each appointment a file.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { measure } from './measure.mjs';

/** Its version, or undefined where it is not installed. */
export function vdirsyncerVersion() {
  const { status, stdout } = spawnSync('vdirsyncer', ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim().replace(/^.*\s/, '') : undefined;
}

const event = (number, title) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//bench//sync//EN',
    'BEGIN:VEVENT',
    `UID:meeting-${number}`,
    'DTSTAMP:20261101T000000Z',
    `DTSTART:202612${String((number % 28) + 1).padStart(2, '0')}T${String(number % 24).padStart(2, '0')}0000Z`,
    'DURATION:PT30M',
    `SUMMARY:${title}`,
    `LOCATION:https://zoom.us/j/${81_000_000_000 + number}?pwd=c2FuZGJveA`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');

export class Vdirsyncer {
  constructor(folder, items) {
    this.items = items;
    this.left = path.join(folder, 'left');
    for (const name of ['left', 'right', 'status']) mkdirSync(path.join(folder, name), { recursive: true });
    this.config = path.join(folder, 'config');
    const storage = (name) =>
      `[storage ${name}]\ntype = "filesystem"\npath = "${path.join(folder, name)}"\nfileext = ".ics"\n`;
    writeFileSync(
      this.config,
      `[general]\nstatus_path = "${path.join(folder, 'status')}"\n[pair both]\na = "left"\nb = "right"\ncollections = null\n${storage('left')}${storage('right')}`,
    );
    for (let number = 0; number < items; number++)
      writeFileSync(path.join(this.left, `meeting-${number}.ics`), event(number, `Meeting ${number}`));
    execFileSync('vdirsyncer', ['-c', this.config, 'discover'], { stdio: ['ignore', 'ignore', 'pipe'] });
  }

  change(count) {
    const step = Math.floor(this.items / count);
    const names = new Set(Array.from({ length: count }, (_, index) => `meeting-${index * step}.ics`));
    for (const name of readdirSync(this.left).filter((each) => names.has(each))) {
      const file = path.join(this.left, name);
      writeFileSync(file, readFileSync(file, 'utf8').replace(/SUMMARY:(.*)\r/, 'SUMMARY:$1, changed\r'));
    }
  }

  sync() {
    return measure('vdirsyncer', ['-c', this.config, 'sync']);
  }
}
