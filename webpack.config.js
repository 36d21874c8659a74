// Builds three things: the add-in's pages, the sandbox's Outlook page, and the Node processes.
// `--env production` leaves every sandbox part out.
const path = require('node:path');
const HtmlPlugin = require('html-webpack-plugin');
const CopyPlugin = require('copy-webpack-plugin');
const { ProgressPlugin, DefinePlugin } = require('webpack');

const root = __dirname;
const at = (...parts) => path.join(root, ...parts);
const officeCdn = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
const version = require('./package.json').version;
/** Pages whose room is not the pane's. */
const rooms = { commands: 'commands', admin: 'admin' };

/** What every bundle shares: TypeScript compiled file by file (types are checked by `npm run lint`). */
function base(name, production) {
  return {
    name,
    mode: production ? 'production' : 'development',
    devtool: production ? 'source-map' : 'cheap-module-source-map',
    resolve: { extensions: ['.ts', '.tsx', '.js'] },
    module: { rules: [{ test: /\.tsx?$/, loader: 'ts-loader', options: { transpileOnly: true } }] },
    cache: {
      type: 'filesystem',
      cacheDirectory: at('.cache/webpack'),
      name: `${name}-${production ? 'production' : 'development'}`,
      buildDependencies: { config: [__filename] },
    },
    stats: 'errors-warnings',
    performance: { hints: false },
  };
}

/** Prints one line a step where somebody looks at a terminal; the build tool reads it. */
const progress = (name, report) => new ProgressPlugin((share, message) => report?.(name, share, message));

module.exports = (env = {}) => {
  const production = Boolean(env.production);
  const report = typeof env.report === 'function' ? env.report : undefined;
  // For measuring: the sandbox's pages from a production build, elsewhere, or with another pane in them.
  const sandboxPages = !production || Boolean(env.sandboxPages);
  const pagesDir = env.pagesDir ?? at('build');
  const page = (name, sandbox) =>
    new HtmlPlugin({
      filename: sandbox ? `../web-sandbox/${name}.html` : `${name}.html`,
      template: at('src', rooms[name] ?? 'taskpane', `${name}.html`),
      chunks: [name],
      publicPath: '/',
      // Office.js comes from Microsoft; only the sandbox, which has no internet, serves the package.
      // Chunks that the page is sure to fetch at once: fetched beside its own script rather than after it.
      preload: name === 'taskpane' ? ['words'] : [],
      // The account settings page is no add-in.
      officeScripts:
        name === 'admin'
          ? []
          : sandbox
            ? ['/sandbox/microsoft-ajax.js', '/sandbox/client-name.js', '/sandbox/office-js/office.js']
            : [officeCdn],
    });

  const addIn = {
    ...base('add-in', production),
    // The invitation's parser decodes what it needs itself: the table of all entities stays out.
    resolve: { extensions: ['.ts', '.tsx', '.js'], alias: { 'entities/decode$': at('tools/noEntities.js') } },
    target: ['web', 'es2020'],
    entry: {
      taskpane: './src/taskpane/index.tsx',
      dialog: './src/taskpane/dialog.ts',
      microsoft: './src/taskpane/microsoft/window.ts',
      commands: './src/commands/index.ts',
      admin: './src/admin/index.tsx',
      ...env.addInEntry,
    },
    output: {
      path: path.join(pagesDir, 'web'),
      filename: production ? '[name].[contenthash:8].js' : '[name].js',
      chunkFilename: production ? '[name].[contenthash:8].js' : '[name].js',
      publicPath: '/',
      clean: true,
    },
    plugins: [
      progress('add-in', report),
      new DefinePlugin({ 'process.env.PRODUCT_VERSION': JSON.stringify(version) }),
      ...['taskpane', 'dialog', 'microsoft', 'commands', 'admin'].map((name) => page(name, false)),
      ...(sandboxPages
        ? ['taskpane', 'dialog', 'microsoft', 'commands'].map((name) => page(name, true))
        : []),
      new CopyPlugin({
        patterns: [
          { from: at('assets'), to: 'assets', globOptions: { ignore: ['**/*.svg'] } },
          ...(sandboxPages
            ? [
                ...['microsoft-ajax.js', 'client-name.js'].map((file) => ({
                  from: at('src/sandbox/outlook', file),
                  to: path.join(pagesDir, 'web-sandbox', file),
                })),
              ]
            : []),
        ],
      }),
    ],
  };

  const outlookPage = {
    ...base('outlook-page', production),
    target: ['web', 'es2020'],
    entry: { outlook: './src/sandbox/outlook/page/index.tsx' },
    output: { path: at('build/outlook-page'), filename: '[name].js', publicPath: '/', clean: true },
    plugins: [
      progress('outlook-page', report),
      new HtmlPlugin({
        filename: 'index.html',
        template: at('src/sandbox/outlook/page/index.html'),
        chunks: ['outlook'],
      }),
    ],
  };

  const processes = {
    ...base('processes', production),
    target: 'node20',
    devtool: 'source-map',
    entry: {
      backend: './src/backend/main.ts',
      ...(production
        ? {}
        : {
            'sandbox-outlook': './src/sandbox/outlook/main.ts',
            'sandbox-zoom': './src/sandbox/zoom/main.ts',
            'sandbox-entra': './src/sandbox/entra/main.ts',
            sandbox: './src/sandbox/launch.ts',
          }),
    },
    output: {
      path: at('build/processes'),
      filename: '[name].js',
      library: { type: 'commonjs2' },
      clean: true,
    },
    optimization: { minimize: false },
    // Packages stay packages: they are installed beside the build, and some carry native binaries.
    externals: [
      ({ request }, callback) =>
        /^(\.|\/)/.test(request) ? callback() : callback(null, `commonjs ${request}`),
    ],
    plugins: [
      progress('processes', report),
      new DefinePlugin({ 'process.env.PRODUCT_VERSION': JSON.stringify(version) }),
    ],
  };

  return production ? [addIn, processes] : [addIn, outlookPage, processes];
};
