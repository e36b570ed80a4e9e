// The layering of ARCHITECTURE.md as rules that fail the build. Data flows reader -> recognition -> checks -> archive -> index -> window.
const main = room => `^src/main/${room}`
const only = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: '^src/', pathNot: [from, ...allowed] },
})
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '\\?' } },
    only('shared-imports-nothing-of-ours', '^src/shared/', [], 'shared is pure: types and functions'),
    {
      name: 'shared-has-no-node',
      severity: 'error',
      from: { path: '^src/shared/' },
      to: { dependencyTypes: ['core'] },
    },
    only('readers-know-only-shared', main('readers/'), ['^src/shared/'], 'readers run in plain Node'),
    only('recognition-knows-only-shared', main('recognition/'), ['^src/shared/']),
    only('archive-knows-only-shared', main('archive/'), ['^src/shared/']),
    only('log-knows-the-file-layer', main('log/'), ['^src/shared/', main('archive/(files|durable)\\.ts$')]),
    only('index-knows-only-shared', main('index/'), ['^src/shared/']),
    only(
      'ingest-knows-readers-recognition-archive',
      main('ingest/'),
      ['^src/shared/', main('(readers|recognition|archive)/'), main('index/searchable\\.ts$')],
      'of the index only what it makes of a text: the worker makes it, beside the main process',
    ),
    only(
      'exchange-knows-archive',
      main('exchange/'),
      ['^src/shared/', main('archive/')],
      'what is handed over and taken in comes from and goes to the archive; reading it is for ingest',
    ),
    only(
      'renderer-knows-only-shared',
      '^src/renderer/',
      ['^src/shared/'],
      'the window reaches main through bridge.ts alone',
    ),
    {
      name: 'electron-only-at-the-edge',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/main/(edge/|(index|preload|ipc)\\.ts$)' },
      to: { path: '^electron$|node_modules/electron/' },
    },
    {
      name: 'rooms-do-not-import-each-other',
      severity: 'error',
      from: { path: '^src/renderer/(care|catalogue|exchange|review|search|history|import|settings)/' },
      to: {
        path: '^src/renderer/(care|catalogue|exchange|review|search|history|import|settings)/',
        pathNot: '^src/renderer/$1/',
      },
    },
    {
      name: 'writes-go-through-the-file-layer',
      severity: 'error',
      comment:
        'tests make any call of archive/files.ts fail; the files named here only read, ask the system, or throw away what is derived',
      from: {
        path: '^src/',
        pathNot: [
          main('archive/(files|copy|temps)\\.ts$'),
          main('(ingest/|readers/pdf/pdfjs|recognition/places|index/index)'),
          main('(cli/extract|protocol|readersVersion|folders|services/(exports|imports))\\.ts$'),
        ],
      },
      to: { path: '^(node:)?fs(/promises)?$' },
    },
    { name: 'src-does-not-know-tests', severity: 'error', from: { path: '^src/' }, to: { path: '^test/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.node.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
}
