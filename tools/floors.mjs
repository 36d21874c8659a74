// The floors of the house as data: which room may import which. Read by eslint.config.mjs.
// A room imports from its own files and from rooms on floors below it, never sideways or up.

/** Floors from the ground up; each names the rooms (folders under src/) that stand on it. */
export const floors = [
  ['domain'],
  ['api', 'zoom', 'outlook', 'sync', 'helper/protocol'],
  ['scheduling', 'providers', 'helper', 'ui'],
  ['bridge', 'backend', 'taskpane', 'commands', 'admin'],
  ['sandbox'],
];

/** Rooms below that are nevertheless closed to a room: these reach Zoom and providers over HTTP only. */
export const closed = {
  taskpane: ['zoom', 'providers', 'helper'],
  commands: ['zoom', 'providers', 'helper'],
  scheduling: ['zoom'],
};

/** Every room with the rooms that it may import. */
export const allowedImports = floors.flatMap((rooms, floor) =>
  rooms.map((room) => ({
    room,
    mayImport: [room, ...floors.slice(0, floor).flat()].filter(
      (other) => !(closed[room] ?? []).includes(other),
    ),
  })),
);
