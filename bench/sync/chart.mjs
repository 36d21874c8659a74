// The chart of this bench: seconds by items, both on a scale of powers of ten, as SVG that is readable in light and dark.
const WIDTH = 760;
const HEIGHT = 420;
const MARGIN = { left: 80, right: 230, top: 50, bottom: 50 };
const LINES = [
  { key: 'vdirsyncer', name: 'vdirsyncer', color: '#b8500e' },
  { key: 'rows', name: 'ours, listed in rows', color: '#2b7a4b' },
  { key: 'delta', name: 'ours, with delta', color: '#1f5fbf' },
];
const WHAT = [
  { field: 'first', name: 'first time', dash: '' },
  { field: 'nothing', name: 'nothing changed', dash: '6 4' },
];

/** @param results by items, then by line, then by what was measured */
export function chart(results, sizes) {
  const all = sizes.flatMap((size) =>
    Object.values(results[size]).flatMap((each) => WHAT.map(({ field }) => each[field].seconds)),
  );
  const low = Math.floor(Math.log10(Math.min(...all)));
  const high = Math.ceil(Math.log10(Math.max(...all)));
  const [least, most] = [Math.log10(sizes[0]), Math.log10(sizes.at(-1))];
  const x = (items) =>
    MARGIN.left + ((Math.log10(items) - least) / (most - least)) * (WIDTH - MARGIN.left - MARGIN.right);
  const y = (value) =>
    HEIGHT -
    MARGIN.bottom -
    ((Math.log10(value) - low) / (high - low)) * (HEIGHT - MARGIN.top - MARGIN.bottom);
  const right = WIDTH - MARGIN.right;
  const text = (content, at) =>
    `<text ${Object.entries(at)
      .map(([name, value]) => `${name}="${value}"`)
      .join(' ')}>${content}</text>`;
  const levels = Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index));
  const grid = levels.map(
    (level) =>
      `<path class="grid" d="M${MARGIN.left} ${y(level)}H${right}"/>` +
      text(level < 1 ? `${Number((level * 1000).toPrecision(3))} ms` : `${level} s`, {
        x: MARGIN.left - 10,
        y: y(level) + 4,
        'text-anchor': 'end',
      }),
  );
  const axis = sizes.map((size) =>
    text(size.toLocaleString('en'), { x: x(size), y: HEIGHT - MARGIN.bottom + 24, 'text-anchor': 'middle' }),
  );
  const lines = LINES.flatMap(({ key, color }) =>
    WHAT.map(({ field, dash }) => {
      const points = sizes
        .filter((size) => results[size][key])
        .map((size) => [x(size), y(results[size][key][field].seconds)]);
      const path = points
        .map(([px, py], index) => `${index === 0 ? 'M' : 'L'}${px.toFixed(1)} ${py.toFixed(1)}`)
        .join('');
      const dots = points
        .map(([px, py]) => `<circle cx="${px.toFixed(1)}" cy="${py.toFixed(1)}" r="4" fill="${color}"/>`)
        .join('');
      return points.length === 0
        ? ''
        : `<path d="${path}" fill="none" stroke="${color}" stroke-width="2.5" stroke-dasharray="${dash}"/>${dots}`;
    }),
  );
  const key = LINES.flatMap(({ name, color }, line) =>
    WHAT.map(({ name: what, dash }, index) => {
      const at = MARGIN.top + 20 + (line * WHAT.length + index) * 24 + line * 12;
      return (
        `<path d="M${right + 16} ${at}h34" stroke="${color}" stroke-width="2.5" stroke-dasharray="${dash}"/>` +
        text(`${name}: ${what}`, { x: right + 56, y: at + 4 })
      );
    }),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Seconds by items: the sync engine and vdirsyncer">
<style>text{font:12px system-ui,sans-serif;fill:#333}.grid{stroke:#ddd}rect{fill:#fff}@media (prefers-color-scheme:dark){text{fill:#ddd}.grid{stroke:#444}rect{fill:#1b1b1b}}</style>
<rect width="${WIDTH}" height="${HEIGHT}"/>
${text('Seconds by linked items, whole processes, both scales by powers of ten', { x: MARGIN.left, y: 28, 'font-weight': 'bold' })}
${[...grid, ...axis, ...lines, ...key].join('\n')}
</svg>
`;
}
