/**
 * Makes a PNG smaller without changing what is seen: one byte a pixel into a table of its colours, packed as tightly as
 * zlib can. The browser writes three or four bytes a pixel and packs for speed.
 *
 * Source: the PNG specification (https://www.w3.org/TR/png-3/), of which this reads what Chromium writes: eight bits a
 * channel, with or without transparency, not interlaced.
 */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** What a table of colours can hold. */
const COLOURS = 256;
/** How many of the most frequent ones are never taken for another: surfaces, texts and their edges. */
const EXACT = 64;

interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of each pixel as one number, row by row. */
  readonly pixels: Uint32Array;
}

/** The same picture with at most 256 colours: what it has most of stays, and the rest becomes what is like it. */
export function smallPng(png: Buffer): Buffer {
  const picture = read(png);
  return write(picture, tableOf(picture.pixels));
}

interface Table {
  readonly colours: readonly number[];
  /** The place in the table for each colour of the picture. */
  readonly places: ReadonlyMap<number, number>;
}

function tableOf(pixels: Uint32Array): Table {
  const counts = new Map<number, number>();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const all = [...counts]
    .sort(([one, often], [other, oftener]) => oftener - often || one - other)
    .map(([colour]) => colour);
  const colours = fewer(all);
  return { colours, places: new Map(all.map((colour) => [colour, nearest(colours, colour)])) };
}

/** The first colours, and of the rest the first one of each kind, where as many kinds are told apart as there is room. */
function fewer(all: readonly number[]): readonly number[] {
  for (let dropped = 0; ; dropped += 1) {
    const kind = (colour: number) => colour & (((0xff << dropped) & 0xff) * 0x010101);
    const kinds = new Set(all.slice(0, EXACT).map(kind));
    const rest = all.slice(EXACT).filter((colour) => !kinds.has(kind(colour)) && kinds.add(kind(colour)));
    const colours = [...all.slice(0, EXACT), ...rest];
    if (colours.length <= COLOURS) return colours;
  }
}

/** The place of the colour that differs least. */
function nearest(colours: readonly number[], wanted: number): number {
  const apart = (colour: number) =>
    [16, 8, 0].reduce(
      (sum, shift) => sum + (((colour >> shift) & 0xff) - ((wanted >> shift) & 0xff)) ** 2,
      0,
    );
  return colours.reduce(
    (best, colour, place) => (apart(colour) < apart(colours[best] ?? 0) ? place : best),
    0,
  );
}

function read(png: Buffer): Picture {
  if (!png.subarray(0, 8).equals(SIGNATURE)) throw new Error('This is not a PNG.');
  const data: Buffer[] = [];
  let [width, height, channels] = [0, 0, 0];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const content = png.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') {
      [width, height] = [content.readUInt32BE(0), content.readUInt32BE(4)];
      const [depth, colours, interlaced] = [content[8], content[9], content[12]];
      if (depth !== 8 || (colours !== 2 && colours !== 6) || interlaced !== 0)
        throw new Error('This kind of PNG is not read here.');
      channels = colours === 2 ? 3 : 4;
    }
    if (type === 'IDAT') data.push(content);
    at += length + 12;
  }
  const bytes = unfiltered(inflateSync(Buffer.concat(data)), width * channels, channels);
  const pixels = new Uint32Array(width * height);
  for (let pixel = 0; pixel < pixels.length; pixel += 1)
    pixels[pixel] = bytes.readUIntBE(pixel * channels, 3);
  return { width, height, pixels };
}

/** Rows of plain bytes from rows of differences, each of which begins with the kind of difference. */
function unfiltered(rows: Buffer, rowLength: number, channels: number): Buffer {
  const height = rows.length / (rowLength + 1);
  const plain = Buffer.alloc(height * rowLength);
  for (let row = 0; row < height; row += 1) {
    const filter = rows[row * (rowLength + 1)];
    for (let column = 0; column < rowLength; column += 1) {
      const at = row * rowLength + column;
      const left = column < channels ? 0 : (plain[at - channels] ?? 0);
      const above = row === 0 ? 0 : (plain[at - rowLength] ?? 0);
      const corner = row === 0 || column < channels ? 0 : (plain[at - rowLength - channels] ?? 0);
      const predicted =
        filter === 1
          ? left
          : filter === 2
            ? above
            : filter === 3
              ? (left + above) >> 1
              : filter === 4
                ? paeth(left, above, corner)
                : 0;
      plain[at] = (rows[row * (rowLength + 1) + 1 + column] ?? 0) + predicted;
    }
  }
  return plain;
}

/** Paeth's choice: whichever of the three is nearest to `left + above - corner`. */
function paeth(left: number, above: number, corner: number): number {
  const [toLeft, toAbove] = [Math.abs(above - corner), Math.abs(left - corner)];
  const toCorner = Math.abs(left + above - 2 * corner);
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

function write({ width, height, pixels }: Picture, { colours, places }: Table): Buffer {
  const rows = Buffer.alloc(height * (width + 1));
  pixels.forEach((colour, pixel) => {
    const row = Math.floor(pixel / width);
    rows[row * (width + 1) + 1 + (pixel % width)] = places.get(colour) ?? 0;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, which are places in a table.
  header.set([8, 3], 8);
  const table = Buffer.alloc(colours.length * 3);
  colours.forEach((colour, place) => table.writeUIntBE(colour, place * 3, 3));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', table),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
