/**
 * What one host call is: its number, its name, where it is allowed, what it takes and how it is answered.
 */
import type * as z from 'zod';
import type { Body, Person } from '../../../../helper/embedded/model';
import { errorCode } from '../protocol';
import type { ItemSession } from '../session';

/** What every call may use. */
export interface CallContext {
  readonly session: ItemSession;
  readonly host: Host;
}

/** The mailbox around the item, and the add-in that asks. */
export interface Host {
  readonly addIn: { readonly id: string; readonly name: string; readonly permissionLevel: number };
  readonly user: Person;
  /** The person's zone by its Windows name, and by its IANA name. */
  readonly timeZone: string;
  readonly ianaTimeZone: string;
  /** Makes HTML that an add-in hands over harmless. */
  readonly sanitize: (html: string) => string;
  readonly roaming: RoamingSettings;
  /** What the imitated client does to bodies; nothing where none is imitated. */
  readonly bodies?: BodyHabits;
}

/** How a client treats bodies that an add-in reads and writes. */
export interface BodyHabits {
  /** What becomes of a body that an add-in has written into. */
  readonly written: (body: Body) => Body;
  /** What an add-in reads of a body. */
  readonly read: (body: Body) => Body;
  /** What is left of HTML that replaces a whole body. */
  readonly replacing: (html: string) => string;
}

/** The add-in's settings of this mailbox; each value is a JSON string. */
export interface RoamingSettings {
  current(): Readonly<Record<string, string>>;
  save(settings: Record<string, string>): Promise<void>;
}

/** `raw` is for the one call whose answer has a shape of its own. */
export type Answer =
  | { readonly data: unknown }
  | { readonly errorCode: number }
  | { readonly raw: Readonly<Record<string, unknown>> };

export interface HostCall {
  readonly id: number;
  readonly name: string;
  answer(context: CallContext, parameters: unknown): Promise<Answer>;
}

interface CallDescription<T> {
  readonly id: number;
  readonly name: string;
  readonly modes: 'both' | 'compose';
  readonly takes: z.ZodType<T>;
  run(context: CallContext, parameters: T): Answer | Promise<Answer>;
}

/** Defines a call: one in the wrong mode is not supported, wrong parameters are said to be invalid. */
export function defineCall<T>(description: CallDescription<T>): HostCall {
  return {
    id: description.id,
    name: description.name,
    async answer(context, parameters) {
      if (description.modes === 'compose' && context.session.mode !== 'compose') {
        return { errorCode: errorCode.notSupported };
      }
      const taken = description.takes.safeParse(parameters);
      if (!taken.success) return { errorCode: errorCode.invalidParameter };
      return description.run(context, taken.data);
    },
  };
}

/** The answer of a call that only changes something. */
export const done: Answer = { data: null };
