// Two projects: everything that runs in Node alone, and the browser tests, which start the built product.
const shared = {
  transform: {
    '/tools/[^/]+\\.mjs$': '<rootDir>/tests/tools/commonjs.mjs',
    '/@electric-sql/pglite/dist/.+\\.cjs$': '<rootDir>/tests/backend/dynamicImports.mjs',
    '^.+\\.[cm]?[jt]sx?$': ['ts-jest', { diagnostics: false, tsconfig: 'tests/tsconfig.json' }],
  },
  // Packages that ship ES modules only are compiled for Jest as well.
  transformIgnorePatterns: [
    '/node_modules/(?!(htmlparser2|domhandler|domutils|dom-serializer|domelementtype|entities|temporal-polyfill|temporal-spec|temporal-utils|@electric-sql|jose|oidc-provider|got|nanoid|quick-lru|@sindresorhus/is|@szmarczak/http-timer|cacheable-lookup|cacheable-request|form-data-encoder|lowercase-keys|mimic-response|normalize-url|p-cancelable|responselike)/)',
  ],
  testEnvironment: 'node',
};

export default {
  // A browser test goes through several windows; a unit test never needs this long.
  testTimeout: 120_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/tests/**/*.test.{ts,tsx}'],
      testPathIgnorePatterns: ['/tests/e2e/'],
    },
    {
      ...shared,
      displayName: 'e2e',
      testMatch: ['<rootDir>/tests/e2e/**/*.test.ts'],
      globalSetup: '<rootDir>/tests/e2e/globalSetup.ts',
      setupFilesAfterEnv: ['<rootDir>/tests/e2e/setup.ts'],
    },
  ],
};
