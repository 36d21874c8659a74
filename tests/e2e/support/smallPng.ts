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

interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of each pixel as one number, row by row. */
  readonly pixels: Uint32Array;
}

/** The same picture with at most 256 colours; where it has more, those that differ least are taken together. */
export function smallPng(png: Buffer): Buffer {
  const picture = read(png);
  for (let dropped = 0; ; dropped += 1) {
    const mask = (0xff << dropped) & 0xff;
    const mixed = (mask << 16) | (mask << 8) | mask;
    const table = tableOf(picture.pixels, mixed);
    if (table) return write(picture, table, mixed);
  }
}

/** Colours that are the same under the mask, each with its place in the table and the first real colour found for it. */
type Table = ReadonlyMap<number, { readonly place: number; readonly colour: number }>;

function tableOf(pixels: Uint32Array, mask: number): Table | undefined {
  const table = new Map<number, { place: number; colour: number }>();
  for (const colour of pixels) {
    if (table.has(colour & mask)) continue;
    if (table.size === COLOURS) return undefined;
    table.set(colour & mask, { place: table.size, colour });
  }
  return table;
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
                ? nearest(left, above, corner)
                : 0;
      plain[at] = (rows[row * (rowLength + 1) + 1 + column] ?? 0) + predicted;
    }
  }
  return plain;
}

/** Paeth's choice: whichever of the three is nearest to `left + above - corner`. */
function nearest(left: number, above: number, corner: number): number {
  const [toLeft, toAbove] = [Math.abs(above - corner), Math.abs(left - corner)];
  const toCorner = Math.abs(left + above - 2 * corner);
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

function write({ width, height, pixels }: Picture, table: Table, mask: number): Buffer {
  const rows = Buffer.alloc(height * (width + 1));
  pixels.forEach((colour, pixel) => {
    const row = Math.floor(pixel / width);
    rows[row * (width + 1) + 1 + (pixel % width)] = table.get(colour & mask)?.place ?? 0;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, which are places in a table.
  header.set([8, 3], 8);
  const colours = Buffer.alloc(table.size * 3);
  for (const { place, colour } of table.values()) colours.writeUIntBE(colour, place * 3, 3);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', colours),
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
