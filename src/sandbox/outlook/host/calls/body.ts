/**
 * Calls on the body: read and written as HTML or as plain text, whatever the item's own format is.
 */
import * as z from 'zod';
import type { Body } from '../../../../helper/embedded/model';
import { htmlToText, innerBody, textToHtml, wrapDocument } from '../html';
import { errorCode } from '../protocol';
import type { Answer, CallContext } from './call';
import { defineCall, done } from './call';

/** What `setAsync` and its relatives take at most, in characters. */
const longestBody = 1_000_000;
const Coercion = z.union([z.literal(0), z.literal(3)]);
const Data = z.object({ data: z.string().max(longestBody), coercionType: Coercion });

/** What the add-in hands over, in the format that the item has; undefined for HTML into plain text. */
function fitting(
  body: Body,
  { data, coercionType }: z.infer<typeof Data>,
  context: CallContext,
): string | undefined {
  if (coercionType === 0) return body.format === 'html' ? textToHtml(data) : data;
  return body.format === 'html' ? context.host.sanitize(innerBody(data)) : undefined;
}

/** Writes, then lets the client make of the whole body what it makes of bodies. */
function change(
  context: CallContext,
  taken: z.infer<typeof Data>,
  write: (data: string, body: Body) => void,
): Answer {
  const { session, host } = context;
  const { body } = session.state;
  const data = fitting(body, taken, context);
  if (data === undefined) return { errorCode: errorCode.invalidFormat };
  write(data, body);
  if (host.bodies) session.edit({ body: host.bodies.written(session.state.body) });
  return done;
}

export const bodyCalls = [
  defineCall({
    id: 14,
    name: 'body.getType',
    modes: 'compose',
    takes: z.unknown(),
    run: ({ session }) => ({ data: session.state.body.format }),
  }),
  defineCall({
    id: 37,
    name: 'body.get',
    modes: 'both',
    takes: z.object({ coercionType: Coercion }),
    run: ({ session, host }, { coercionType }) => {
      const { format, content } = host.bodies?.read(session.state.body) ?? session.state.body;
      if (coercionType === 0) return { data: format === 'html' ? htmlToText(content) : content };
      return { data: wrapDocument(format === 'html' ? content : textToHtml(content)) };
    },
  }),
  defineCall({
    id: 38,
    name: 'body.set',
    modes: 'compose',
    takes: Data,
    run: (context, taken) =>
      change(context, taken, (data, body) => {
        const habits = body.format === 'html' ? context.host.bodies : undefined;
        context.session.edit({ body: { ...body, content: habits?.replacing(data) ?? data } });
      }),
  }),
  defineCall({
    id: 23,
    name: 'body.prepend',
    modes: 'compose',
    takes: Data,
    run: (context, taken) =>
      change(context, taken, (data, body) => {
        const present = body.format === 'html' ? innerBody(body.content) : body.content;
        context.session.edit({ body: { ...body, content: data + present } });
      }),
  }),
  defineCall({
    id: 13,
    name: 'body.setSelectedData',
    modes: 'compose',
    takes: Data,
    run: (context, taken) =>
      change(context, taken, (data, body) => {
        if (context.session.writeAtCursor(data)) return;
        // Nobody clicked into the body yet, so its cursor stands at the beginning.
        const present = body.format === 'html' ? innerBody(body.content) : body.content;
        context.session.edit({ body: { ...body, content: data + present } });
      }),
  }),
];
