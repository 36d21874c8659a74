/**
 * Dragging appointments in the grid, with the pointer or by keyboard.
 *
 * A pointer drags once it went a few pixels; with Ctrl (or Command) held it drags a copy; Escape leaves everything as it
 * was. By keyboard the appointment is picked up first: arrows move it, Shift with up and down changes its end, Enter
 * drops it, Ctrl+Enter drops a copy.
 */
import type { PointerEvent as ReactPointerEvent, RefObject } from 'react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Appointment } from '../../../../helper/embedded/model';
import type { DragKind, Times } from './drag';
import { draggedTimes, snapped, step } from './drag';

export interface Drag {
  readonly appointment: Appointment;
  readonly times: Times;
  readonly copy: boolean;
  readonly by: 'pointer' | 'keyboard';
}

export interface DragOptions {
  /** The columns of days; its width tells how wide a day is. */
  readonly columns: RefObject<HTMLElement>;
  /** What scrolls under the pointer. */
  readonly scroll: RefObject<HTMLElement>;
  readonly dayCount: number;
  /** Height of half an hour in pixels. */
  readonly halfHour: number;
  readonly zone: string;
  readonly onDrop: (drag: Drag) => void;
}

export interface Dragging {
  readonly drag: Drag | undefined;
  /** The pointer went down on an appointment, or on its end. */
  press(event: ReactPointerEvent, appointment: Appointment, kind: DragKind): void;
  /** Picks an appointment up for the keyboard. */
  pickUp(appointment: Appointment): void;
  /** Whether a click is the end of a drag and means nothing else. */
  isEndOfDrag(event: { readonly detail: number }): boolean;
}

/** How far the pointer goes before it drags, in pixels. */
const threshold = 5;

export function useDrag(options: DragOptions): Dragging {
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const [drag, setDrag] = useState<Drag>();
  const dragged = useRef(false);
  const stop = useRef<() => void>(() => undefined);
  useEffect(() => () => stop.current(), []);

  const finish = useCallback((dropped: Drag | undefined) => {
    setDrag(undefined);
    const moved = dropped && (dropped.copy || !sameTimes(dropped.times, dropped.appointment));
    if (dropped && moved) latest.current.onDrop(dropped);
  }, []);

  const press = useCallback(
    (event: ReactPointerEvent, appointment: Appointment, kind: DragKind) => {
      // A finger scrolls.
      if (event.button !== 0 || event.pointerType === 'touch') return;
      dragged.current = false;
      const { scroll } = latest.current;
      const from = { x: event.clientX, y: event.clientY + (scroll.current?.scrollTop ?? 0) };
      let present: Drag | undefined;
      const move = (at: PointerEvent) => {
        const { columns, dayCount, halfHour, zone } = latest.current;
        const x = at.clientX - from.x;
        const y = at.clientY + (scroll.current?.scrollTop ?? 0) - from.y;
        if (!present && Math.hypot(x, y) < threshold) return;
        dragged.current = true;
        const dayWidth = (columns.current?.clientWidth ?? dayCount) / dayCount;
        const delta = { days: Math.round(x / dayWidth) + 0, minutes: snapped((y / halfHour) * 30) };
        const times = draggedTimes(appointment, kind, delta, zone);
        present = { appointment, times, copy: kind === 'move' && (at.ctrlKey || at.metaKey), by: 'pointer' };
        setDrag(present);
      };
      const end = (how: PointerEvent | KeyboardEvent) => {
        if (how instanceof KeyboardEvent && how.key !== 'Escape') return;
        stop.current();
        finish(how.type === 'pointerup' ? present : undefined);
      };
      stop.current();
      stop.current = listen({ pointermove: move, pointerup: end, pointercancel: end, keydown: end });
    },
    [finish],
  );

  const pickUp = useCallback(
    (appointment: Appointment) => {
      let present: Drag = { appointment, times: appointment, copy: false, by: 'keyboard' };
      const change = (kind: DragKind, days: number, minutes: number) => {
        const span = { ...present.times, allDay: appointment.allDay };
        present = { ...present, times: draggedTimes(span, kind, { days, minutes }, latest.current.zone) };
        setDrag(present);
      };
      const keydown = (event: KeyboardEvent) => {
        const kind = event.shiftKey && !appointment.allDay ? 'resize' : 'move';
        const actions: Record<string, () => void> = {
          ArrowUp: () => change(kind, 0, -step),
          ArrowDown: () => change(kind, 0, step),
          ArrowLeft: () => change(event.shiftKey ? 'resize' : 'move', -1, 0),
          ArrowRight: () => change(event.shiftKey ? 'resize' : 'move', 1, 0),
          Enter: () => end({ ...present, copy: event.ctrlKey || event.metaKey }),
          Escape: () => end(undefined),
          Tab: () => undefined,
        };
        const action = actions[event.key];
        if (!action) return;
        event.preventDefault();
        event.stopPropagation();
        action();
      };
      const end = (dropped: Drag | undefined) => {
        stop.current();
        finish(dropped);
      };
      stop.current();
      stop.current = listen({ keydown, pointerdown: () => end(undefined) });
      setDrag(present);
    },
    [finish],
  );

  const isEndOfDrag = useCallback(({ detail }: { readonly detail: number }) => {
    // A click by keyboard has no pointer that could have dragged.
    const ends = dragged.current && detail > 0;
    dragged.current = false;
    return ends;
  }, []);

  return { drag, press, pickUp, isEndOfDrag };
}

function sameTimes(one: Times, other: Times): boolean {
  return one.start === other.start && one.end === other.end;
}

type Listeners = {
  [Name in 'pointermove' | 'pointerup' | 'pointercancel' | 'pointerdown']?: (event: PointerEvent) => void;
} & {
  keydown?: (event: KeyboardEvent) => void;
};

/** Listens on the whole window, before everybody else; gives back how to stop. */
function listen({ pointermove, pointerup, pointercancel, pointerdown, keydown }: Listeners): () => void {
  const ends = new AbortController();
  const options = { capture: true, signal: ends.signal };
  if (pointermove) window.addEventListener('pointermove', pointermove, options);
  if (pointerup) window.addEventListener('pointerup', pointerup, options);
  if (pointercancel) window.addEventListener('pointercancel', pointercancel, options);
  if (pointerdown) window.addEventListener('pointerdown', pointerdown, options);
  if (keydown) window.addEventListener('keydown', keydown, options);
  return () => ends.abort();
}
