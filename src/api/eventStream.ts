/**
 * Server-sent events as they come in pieces over a connection (HTML, "Server-sent events", 9.2.6). Pure.
 *
 * The browser's own reader (`EventSource`) sends no Authorization header, so that our streams are read with `fetch`.
 */

export interface StreamEvent {
  /** The event's own id, or the last one before it; empty where there was none. */
  readonly id: string;
  readonly data: string;
}

export interface EventReader {
  /** Takes the next piece of text; returns the events that it completes. */
  read(piece: string): StreamEvent[];
}

/** @param lastId what a stream that was broken had come to */
export function createEventReader(lastId = ''): EventReader {
  let rest = '';
  let id = lastId;
  let data: string[] = [];

  function take(line: string): StreamEvent[] {
    if (line === '') {
      const events = data.length === 0 ? [] : [{ id, data: data.join('\n') }];
      data = [];
      return events;
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') data.push(value);
    if (field === 'id' && !value.includes('\0')) id = value;
    // A comment (nothing before the colon) is a sign of life; other fields do not concern us.
    return [];
  }

  return {
    read(piece) {
      const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? '';
      return lines.flatMap(take);
    },
  };
}
