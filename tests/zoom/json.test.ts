import fc from 'fast-check';
import { parseJson } from '../../src/zoom/json';

describe('reading JSON', () => {
  test('keeps every digit of an int64 id', () => {
    expect(
      parseJson('{"id":9223372036854775807,"n":[9007199254740993,-9223372036854775808,9007199254740991]}'),
    ).toEqual({
      id: '9223372036854775807',
      n: ['9007199254740993', '-9223372036854775808', 9007199254740991],
    });
  });

  test('leaves digits inside of text, decimals and exponents alone', () => {
    const text =
      '{"topic":"call 12345678901234567890 \\"1234567890123456\\" now","x":0.1234567890123456789,"y":1234567890123456.5}';
    expect(parseJson(text)).toEqual(JSON.parse(text));
  });

  test('what is not JSON is undefined, null is null', () => {
    expect(parseJson('<html>1234567890123456</html>')).toBeUndefined();
    expect(parseJson('')).toBeUndefined();
    expect(parseJson('null')).toBeNull();
  });

  test('equals JSON.parse for every value whose integers are safe', () => {
    const long = fc
      .bigInt({ min: -(2n ** 70n), max: 2n ** 70n })
      .map((digits) => `${digits} and "${digits}"`);
    const leaf = fc.oneof(
      fc.maxSafeInteger(),
      fc.double({ maxExcluded: true, max: 1, min: 0 }),
      fc.string(),
      long,
    );
    fc.assert(
      fc.property(fc.array(fc.dictionary(fc.oneof(fc.string(), long), leaf)), (value) => {
        const text = JSON.stringify(value);
        expect(parseJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  test('gives back the digits of every integer that is not safe', () => {
    const unsafe = fc.bigInt({ min: 2n ** 53n, max: 2n ** 63n - 1n });
    fc.assert(
      fc.property(fc.array(unsafe), (ids) => {
        expect(parseJson(`{"ids":[${ids.join(', ')}]}`)).toEqual({ ids: ids.map(String) });
      }),
    );
  });

  test('reads a megabyte of text with a long number in it', () => {
    const topic = 'x'.repeat(1_000_000);
    expect(parseJson(`{"topic":"${topic}","id":9223372036854775807}`)).toEqual({
      topic,
      id: '9223372036854775807',
    });
  });
});
