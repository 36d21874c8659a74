// Lint rules: strict types, the floors of the house, and the names that only one room may touch.
import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { allowedImports, floors } from './tools/floors.mjs';

// Deeper folders first, so that helper/protocol is not taken for helper.
const rooms = floors.flat().sort((a, b) => b.split('/').length - a.split('/').length);

/** Texts that stand in a component itself: between its tags, or in an attribute that is read out. */
const letters = '[value=/\\p{L}/u]';
const read =
  'JSXAttribute[name.name=/^(aria-(label|description)|title|label|alt|placeholder|hint|busy|what)$/]';
const writtenOut = [
  `JSXText${letters}`,
  `${read} > Literal${letters}`,
  ...[':matches(JSXElement, JSXFragment)', read]
    .map((place) => `${place} > JSXExpressionContainer`)
    .flatMap((place) => [
      `${place} > Literal${letters}`,
      `${place} > :matches(ConditionalExpression, LogicalExpression) > Literal${letters}`,
      `${place} > TemplateLiteral > TemplateElement[value.raw=/\\p{L}/u]`,
    ]),
];

export default tseslint.config(
  { ignores: ['build/', '.data/', '.cache/', 'node_modules/'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { boundaries, 'react-hooks': reactHooks },
    settings: {
      'boundaries/elements': rooms.map((room) => ({ type: room, pattern: `src/${room}` })),
      'boundaries/include': ['src/**/*'],
      'import/resolver': { node: { extensions: ['.ts', '.tsx'] } },
    },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: [
            ...allowedImports.map(({ room, mayImport }) => ({
              from: { element: { type: room } },
              allow: { to: { element: { types: { anyOf: mayImport } } } },
            })),
            { allow: { to: { module: { origin: ['external', 'core'] } } } },
          ],
        },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-globals': ['error', { name: 'Office', message: 'Only src/outlook talks to Office.js.' }],
    },
  },
  {
    files: ['src/outlook/**', 'tests/outlook/**', 'bench/pane/bare/**'],
    rules: { 'no-restricted-globals': 'off' },
  },
  {
    files: ['src/domain/**', 'src/scheduling/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['Office', 'document', 'window', 'localStorage', 'sessionStorage'].map((name) => ({
          name,
          message: 'This room has no DOM and no host.',
        })),
      ],
    },
  },
  {
    files: ['src/{taskpane,admin}/**/*.tsx'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...writtenOut.map((selector) => ({
          selector,
          message: 'What people read comes from the words, so that every language has it: t(…).',
        })),
      ],
    },
  },
  { files: ['**/*.mjs', '*.js', 'tools/*.js'], languageOptions: { globals: globals.node } },
  { files: ['src/**/*.js'], languageOptions: { globals: globals.browser } },
  // Parts of it run in the page that is measured.
  { files: ['bench/pane/time.mjs'], languageOptions: { globals: globals.browser } },
  // webpack reads its configuration as CommonJS.
  { files: ['*.js', 'tools/*.js'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
