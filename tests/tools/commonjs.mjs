// Compiles the ES modules under tools/ to CommonJS for Jest: TypeScript, and so ts-jest, leaves `.mjs` as it is.
import ts from 'typescript';

export default {
  /**
   * @param {string} source
   * @param {string} file
   */
  process(source, file) {
    const { outputText } = ts.transpileModule(source, {
      fileName: file.replace(/\.mjs$/, '.js'),
      compilerOptions: {
        module: ts.ModuleKind.CommonJS,
        target: ts.ScriptTarget.ES2022,
        esModuleInterop: true,
        inlineSourceMap: true,
        allowJs: true,
      },
    });
    return { code: outputText };
  },
};
