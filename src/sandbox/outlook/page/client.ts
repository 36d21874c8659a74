/**
 * The mailbox over HTTP, as `contract.ts` says.
 */
import * as z from 'zod';
import { parseJson } from '../../../domain/json';
import { Appointment, Change } from '../../../helper/embedded/model';
import type { RestoreRequest, SaveRequest } from '../contract';
import { Session } from '../contract';

const ErrorBody = z.object({ code: z.string(), message: z.string() });
const Settings = z.record(z.string(), z.string());

/** A refusal of the mailbox, or its silence (`status` 0). The message is for the person. */
export class MailboxError extends Error {
  override readonly name = 'MailboxError';

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** What the pages need of the mailbox; every promise rejects with a `MailboxError`. */
export interface Mailbox {
  /** `locale`: the language of the ribbon. */
  session(locale: string): Promise<Session>;
  /** Appointments that overlap [from, to), in UTC ms. */
  list(storeId: string, from: number, to: number): Promise<Appointment[]>;
  read(id: string): Promise<Appointment>;
  create(request: SaveRequest): Promise<Appointment>;
  update(id: string, request: SaveRequest): Promise<Appointment>;
  remove(id: string): Promise<void>;
  /** Takes a removal back. */
  restore(removed: RestoreRequest): Promise<Appointment>;
  settings(storeId: string): Promise<Record<string, string>>;
  saveSettings(storeId: string, settings: Record<string, string>): Promise<void>;
  /** Tells every change from now on; undefined means that some were missed. Gives back how to stop. */
  watch(
    listener: (change: Change | undefined) => void,
    onConnected: (connected: boolean) => void,
  ): () => void;
}

export class MailboxClient implements Mailbox {
  session(locale: string): Promise<Session> {
    return this.#get(`/api/session?${new URLSearchParams({ locale })}`, Session);
  }

  list(storeId: string, from: number, to: number): Promise<Appointment[]> {
    const query = new URLSearchParams({ store: storeId, from: String(from), to: String(to) });
    return this.#get(`/api/appointments?${query}`, z.array(Appointment));
  }

  read(id: string): Promise<Appointment> {
    return this.#get(`/api/appointments/${encodeURIComponent(id)}`, Appointment);
  }

  async create(request: SaveRequest): Promise<Appointment> {
    return Appointment.parse(await this.#send('POST', '/api/appointments', request));
  }

  async update(id: string, request: SaveRequest): Promise<Appointment> {
    return Appointment.parse(await this.#send('PUT', `/api/appointments/${encodeURIComponent(id)}`, request));
  }

  async remove(id: string): Promise<void> {
    await this.#send('DELETE', `/api/appointments/${encodeURIComponent(id)}`);
  }

  async restore(removed: RestoreRequest): Promise<Appointment> {
    return Appointment.parse(await this.#send('POST', '/api/restore', removed));
  }

  settings(storeId: string): Promise<Record<string, string>> {
    return this.#get(`/api/roaming-settings/${encodeURIComponent(storeId)}`, Settings);
  }

  async saveSettings(storeId: string, settings: Record<string, string>): Promise<void> {
    await this.#send('PUT', `/api/roaming-settings/${encodeURIComponent(storeId)}`, settings);
  }

  watch(
    listener: (change: Change | undefined) => void,
    onConnected: (connected: boolean) => void,
  ): () => void {
    const source = new EventSource('/api/changes');
    source.onopen = () => onConnected(true);
    source.onerror = () => onConnected(false);
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const change = Change.safeParse(parseJson(data));
      if (change.success) listener(change.data);
    };
    source.addEventListener('start-again', () => listener(undefined));
    return () => source.close();
  }

  async #get<T>(path: string, shape: z.ZodType<T>): Promise<T> {
    return shape.parse(await this.#send('GET', path));
  }

  async #send(method: string, path: string, body?: unknown): Promise<unknown> {
    let response: Response;
    try {
      response = await fetch(path, {
        method,
        ...(body === undefined
          ? {}
          : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      });
    } catch {
      throw new MailboxError(0, 'offline', "The sandbox's mailbox does not answer. Is it still running?");
    }
    const text = await response.text();
    const answer = text === '' ? undefined : parseJson(text);
    if (response.ok) return answer;
    const told = ErrorBody.safeParse(answer);
    throw told.success
      ? new MailboxError(response.status, told.data.code, told.data.message)
      : new MailboxError(response.status, 'unknown', `The mailbox answered with status ${response.status}.`);
  }
}

/** What to tell the person about any failure. */
export function messageOf(error: unknown): string {
  return error instanceof MailboxError ? error.message : 'Something went wrong on this page.';
}
