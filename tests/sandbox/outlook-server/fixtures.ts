/** What the server's tests share: a server on a profile of its own, requests to it, and a small manifest. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import * as z from 'zod';
import { Appointment, type Store } from '../../../src/helper/embedded/model';
import type { OutlookServerConfig } from '../../../src/sandbox/outlook/server/config';
import { startOutlookServer, type OutlookServer } from '../../../src/sandbox/outlook/server/server';
import type { SaveRequest } from '../../../src/sandbox/outlook/contract';
import { attendee, Desk, HandImpulses, hour, nine, organizer, zone } from '../../helper/embedded/fixtures';

export { attendee, hour, nine, organizer, zone };

const ErrorBody = z.object({ code: z.string(), message: z.string() });

/** An answer with its JSON, `null` when there is none. */
export interface Answer {
  status: number;
  json: unknown;
}

/** One server with its files; `close` clears everything away. */
export class Office {
  readonly desk = new Desk();
  readonly impulses = new HandImpulses();
  /** The log's lines. */
  readonly logged: string[] = [];
  readonly manifestFile = join(this.desk.folder, 'manifest.xml');
  private server: OutlookServer | undefined;

  get url(): string {
    return this.server?.url ?? '';
  }

  async start(given: Partial<OutlookServerConfig> = {}): Promise<this> {
    writeFileSync(this.manifestFile, manifest());
    this.server = await startOutlookServer({
      port: 0,
      profileFile: this.desk.file,
      addInOrigin: 'https://localhost:4000',
      manifestFile: this.manifestFile,
      pageDirectory: join(this.desk.folder, 'page'),
      timeZone: zone,
      logger: pino({ level: 'warn' }, { write: (line: string) => void this.logged.push(line) }),
      impulses: this.impulses,
      ...given,
    });
    return this;
  }

  async close(): Promise<void> {
    await this.stop();
    this.desk.clear();
  }

  async stop(): Promise<void> {
    await this.server?.close();
    this.server = undefined;
  }

  async ask(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: text }),
    });
    const answered = await response.text();
    const json: unknown = answered === '' ? null : JSON.parse(answered);
    return { status: response.status, json };
  }

  /** The residents' stores, the organizer's first. */
  async stores(): Promise<[Store, Store]> {
    const { json } = await this.ask('GET', '/api/session');
    const shape = z.object({
      id: z.string(),
      owner: z.object({ name: z.string(), address: z.string() }),
      timeZone: z.string(),
    });
    return z.object({ stores: z.tuple([shape, shape]) }).parse(json).stores;
  }

  /** The calendar of a store in a very wide range. */
  async calendar(store: Store): Promise<Appointment[]> {
    const { json } = await this.ask('GET', `/api/appointments?store=${store.id}&from=0&to=9000000000000`);
    return z.array(Appointment).parse(json);
  }

  async create(request: SaveRequest): Promise<Appointment> {
    return appointmentOf(await this.ask('POST', '/api/appointments', request), 201);
  }

  /** Saves an appointment as it is with some fields changed, on its change number. */
  async save(appointment: Appointment, given: Partial<SaveRequest> = {}): Promise<Answer> {
    return this.ask('PUT', `/api/appointments/${appointment.id}`, { ...appointment, send: false, ...given });
  }
}

/** The appointment that an answer carries. */
export function appointmentOf({ status, json }: Answer, expected = 200): Appointment {
  expect({ status, json }).toEqual({ status: expected, json: expect.anything() });
  return Appointment.parse(json);
}

/** Checks that an answer is this error and returns its message. */
export function refusal({ status, json }: Answer, expectedStatus: number, code: string): string {
  expect({ status, json }).toMatchObject({ status: expectedStatus, json: { code } });
  const body = ErrorBody.strict().parse(json);
  expect(body.message).not.toBe('');
  return body.message;
}

/** A request to save an appointment of one hour at nine in this store. */
export function request(store: Store, given: Partial<SaveRequest> = {}): SaveRequest {
  return {
    storeId: store.id,
    subject: 'Planning',
    body: { format: 'html', content: '<p>Agenda</p>' },
    location: 'Room 1',
    start: nine,
    end: nine + hour,
    allDay: false,
    timeZone: zone,
    required: [],
    optional: [],
    customProperties: {},
    send: false,
    ...given,
  };
}

/** A button as the manifest writes one. */
export function buttonXml(id: string, action: string): string {
  return `<Control xsi:type="Button" id="${id}">
    <Label resid="Label"/>
    <Supertip><Title resid="Label"/><Description resid="Tip"/></Supertip>
    <Icon><bt:Image size="16" resid="Icon16"/><bt:Image size="80" resid="Icon80"/><bt:Image size="32" resid="Icon32"/></Icon>
    ${action}
  </Control>`;
}

export const functionXml = (name: string) =>
  `<Action xsi:type="ExecuteFunction"><FunctionName>${name}</FunctionName></Action>`;
export const paneXml = (extra = '') =>
  `<Action xsi:type="ShowTaskpane">${extra}<SourceLocation resid="Pane"/></Action>`;

/** What a surface shows in one group. */
export const surfaceXml = (kind: string, controls: string) =>
  `<ExtensionPoint xsi:type="Appointment${kind}CommandSurface"><OfficeTab id="TabDefault"><Group id="g.${kind}">
     <Label resid="Label"/>${controls}</Group></OfficeTab></ExtensionPoint>`;

/** One block of overrides; `label` is the button's text in it, `inner` what is nested in it. */
export function overridesXml(
  version: '1_0' | '1_1',
  points: string,
  given: { label?: string; inner?: string; extra?: string } = {},
): string {
  const suffix = version === '1_0' ? '' : '/1.1';
  return `<VersionOverrides xmlns="http://schemas.microsoft.com/office/mailappversionoverrides${suffix}" xsi:type="VersionOverridesV${version}">
    <Hosts><Host xsi:type="MailHost"><DesktopFormFactor><FunctionFile resid="Functions"/>${points}</DesktopFormFactor></Host></Hosts>
    <Resources>
      <bt:Images>
        <bt:Image id="Icon16" DefaultValue="https://localhost:3000/assets/16.png"/>
        <bt:Image id="Icon32" DefaultValue="https://localhost:3000/assets/32.png"/>
        <bt:Image id="Icon80" DefaultValue="https://localhost:3000/assets/80.png"/>
      </bt:Images>
      <bt:Urls>
        <bt:Url id="Functions" DefaultValue="https://localhost:3000/commands.html"/>
        <bt:Url id="Pane" DefaultValue="https://localhost:3000/taskpane.html?view=settings&amp;x=1#top"/>
      </bt:Urls>
      <bt:ShortStrings><bt:String id="Label" DefaultValue="${given.label ?? 'Add &lt;Zoom&gt;'}"/>${given.extra ?? ''}</bt:ShortStrings>
      <bt:LongStrings><bt:String id="Tip" DefaultValue="Adds a meeting."/></bt:LongStrings>
    </Resources>
    ${given.inner ?? ''}
  </VersionOverrides>`;
}

/** A whole manifest around these overrides. */
export function manifest(
  overrides: string = overridesXml(
    '1_0',
    surfaceXml('Organizer', buttonXml('add', functionXml('addMeeting'))),
  ),
  permissions = 'ReadWriteItem',
): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
  <OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0" xsi:type="MailApp">
    <Id>00000000-0000-0000-0000-000000000001</Id>
    <DisplayName DefaultValue="Test add-in"/>
    <Permissions>${permissions}</Permissions>
    ${overrides}
  </OfficeApp>`;
}
