/**
 * Stands for `entities/decode` in the add-in's bundles (an alias in `webpack.config.js`).
 *
 * htmlparser2's tokenizer imports a table of 2,000 named entities even where its decoding is off, as it is in
 * `src/domain/invitation/htmlTokens.ts`; that table is 22 KB of gzip. Whoever turns decoding on finds out at once.
 */
const off = () => {
  throw new Error('Entity decoding is left out of this bundle.');
};

export class EntityDecoder {
  startEntity = off;
  write = off;
}
export const DecodingMode = { Legacy: 0, Strict: 1, Attribute: 2 };
export const htmlDecodeTree = [];
export const xmlDecodeTree = [];
export const fromCodePoint = String.fromCodePoint;
