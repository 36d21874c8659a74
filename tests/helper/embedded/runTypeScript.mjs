// Runs a TypeScript file of the project in a Node process of its own: `node runTypeScript.mjs file.ts [arguments]`.
import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { resolve } from 'node:path';
import ts from 'typescript';

const compilerOptions = {
  module: ts.ModuleKind.CommonJS,
  target: ts.ScriptTarget.ES2022,
  esModuleInterop: true,
};

Module._extensions['.ts'] = (module, fileName) =>
  module._compile(
    ts.transpileModule(readFileSync(fileName, 'utf8'), { compilerOptions, fileName }).outputText,
    fileName,
  );

createRequire(import.meta.url)(resolve(process.argv[2]));
