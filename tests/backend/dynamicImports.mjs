// Lets Jest run PGlite, which loads Node's own modules by `import()`: in Jest's sandbox that needs an experimental
// flag of Node, under which the packages that are compiled for Jest would no longer load. `require` does the same.
export default {
  /** @param {string} source */
  process(source) {
    const helper =
      'const __import = async (name) => { const found = require(name); return { ...found, default: found }; };';
    return { code: helper + source.replace(/\bimport\(/g, '__import(') };
  },
};
