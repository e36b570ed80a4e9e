// The layering of ARCHITECTURE.md as rules that fail the build. Data flows reader -> recognition -> checks -> archive -> index -> window.
const main = room => `^src/main/${room}`
const only = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: '^src/', pathNot: [from, ...allowed] },
})
// The floors of the great rooms, from the ground up: an import stays on its floor or goes down. Floors side by side do not know each other.
const floors = {
  archive: [
    ['layout.ts', 'model.ts', 'revisions.ts', 'seal.ts', 'systemUser.ts'],
    ['adapter.ts', 'journal/', 'local/', 'lock/', 'sources/'],
    ['head/', 'inspections/', 'records/'],
    ['migrations/', 'verification/'],
    ['backup/'],
    ['opening/'],
    ['archive.ts'],
    ['index.ts'],
  ],
  recognition: [
    ['text/'],
    ['cells/', 'gazetteer/', 'sections/'],
    ['facts/', 'fit/'],
    ['tables/'],
    ['reports/', 'sums/'],
    ['index.ts'],
  ],
  'readers/pdf': [
    ['limits.ts', 'model.ts', 'opening/'],
    ['drawing/', 'lines/'],
    ['ruled/'],
    ['aligned/', 'tagged/'],
    ['pages/'],
    ['layout/'],
    ['index.ts'],
  ],
  'readers/common': [
    [
      'encoding.ts',
      'equationField.ts',
      'getOrMake.ts',
      'memoryWatch.ts',
      'numerals.ts',
      'placeCells.ts',
      'sight.ts',
      'struckOut.ts',
      'zip.ts',
    ],
    ['numberLabels.ts', 'reading.ts'],
    ['mime/', 'plainTables/', 'wordTables/', 'xml/'],
    ['html/'],
  ],
  'readers/common/html': [
    ['inlineText.ts', 'nodes.ts'],
    ['formFields.ts', 'head.ts', 'noteMarks.ts', 'parse.ts', 'styleSheets.ts'],
    ['seen.ts'],
    ['preformattedTables.ts', 'survey.ts', 'table.ts'],
    ['blocks.ts'],
    ['content.ts'],
  ],
  'readers/doc': [
    ['bytes.ts'],
    ['container/', 'header/'],
    ['text/'],
    ['characters/'],
    ['paragraphs/'],
    ['body.ts', 'index.ts'],
  ],
  'readers/docx': [
    ['looks.ts', 'parts.ts', 'scan.ts', 'styles.ts', 'convert.ts', 'properties.ts'],
    ['numbering.ts'],
    ['repair/'],
    ['embeddedDocuments.ts'],
    ['index.ts'],
  ],
  'readers/rtf': [
    ['charsets.ts', 'controlWords.ts', 'formFields.ts', 'looks.ts', 'rows.ts', 'state.ts', 'tokens.ts'],
    ['pendingBytes.ts', 'properties.ts', 'story.ts', 'tables.ts'],
    ['stories.ts'],
    ['seen.ts'],
    ['document.ts'],
    ['index.ts'],
  ],
}
// The phases in which the services are composed: each knows those before it.
const phases = ['open', 'keep', 'ingest', 'calls', 'idle']
const pattern = parts => `(${parts.map(part => part.replace('.', '\\.')).join('|')})`
const orderOf = ([room, all]) => [
  ...all.flatMap((floor, at) =>
    at === 0
      ? []
      : [
          {
            name: `${room}-goes-down`,
            severity: 'error',
            from: { path: main(`${room}/${pattern(all.slice(0, at).flat())}`) },
            to: { path: main(`${room}/${pattern(floor)}`) },
          },
        ],
  ),
  ...all.flatMap(floor =>
    floor
      .filter(part => part.endsWith('/'))
      .map(part => ({
        name: `${room}-floors-side-by-side`,
        severity: 'error',
        from: { path: main(`${room}/${part}`) },
        to: { path: main(`${room}/${pattern(floor)}`), pathNot: main(`${room}/(${part}|[a-zA-Z]+\\.ts$)`) },
      })),
  ),
  {
    name: `${room}-has-no-other-floors`,
    severity: 'error',
    comment: 'a new file goes to a floor, a new floor into the list',
    from: { path: main(`${room}/`), pathNot: main(`${room}/${pattern(all.flat())}`) },
    to: {},
  },
]
module.exports = {
  forbidden: [
    ...Object.entries(floors).flatMap(orderOf),
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '\\?' } },
    only('shared-imports-nothing-of-ours', '^src/shared/', [], 'shared is pure: types and functions'),
    {
      name: 'shared-has-no-node',
      severity: 'error',
      from: { path: '^src/shared/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'schemas-stay-in-main',
      severity: 'error',
      comment: 'the window and its preload validate nothing, so they load no schemas',
      from: { path: '^src/(shared/|renderer/|main/preload\\.ts$)' },
      to: { path: 'node_modules/zod/' },
    },
    only('calls-know-only-shared', main('calls/'), ['^src/shared/'], 'what is accepted of each call'),
    only('readers-know-only-shared', main('readers/'), ['^src/shared/'], 'readers run in plain Node'),
    {
      name: 'formats-do-not-know-each-other',
      severity: 'error',
      comment:
        'what several share is in readers/common; a document held in one of another format is read by what the entrance gives (OtherReaders)',
      from: { path: main('readers/([^/]+)/') },
      to: { path: main('readers/'), pathNot: main('readers/($1|common)/') },
    },
    only('recognition-knows-only-shared', main('recognition/'), ['^src/shared/']),
    only('disk-knows-only-shared', main('disk/'), ['^src/shared/']),
    only('archive-knows-shared-and-disk', main('archive/'), ['^src/shared/', main('disk/')]),
    {
      name: 'archive-has-one-door',
      severity: 'error',
      comment: 'its index and its model; the rest is its own affair',
      from: { path: '^src/', pathNot: main('archive/') },
      to: { path: main('archive/'), pathNot: main('archive/(index|model)\\.ts$') },
    },
    only('log-knows-shared-and-disk', main('log/'), ['^src/shared/', main('disk/')]),
    only('index-knows-only-shared', main('index/'), ['^src/shared/']),
    only(
      'ingest-knows-readers-recognition-archive',
      main('ingest/'),
      ['^src/shared/', main('(readers|recognition|archive|disk)/'), main('index/text/searchable\\.ts$')],
      'of the index only what it makes of a text: the worker makes it, beside the main process',
    ),
    only(
      'exchange-knows-archive',
      main('exchange/'),
      ['^src/shared/', main('(archive|disk)/')],
      'what is handed over and taken in comes from and goes to the archive; reading it is for ingest',
    ),
    only(
      'keeping-knows-archive-and-index',
      main('keeping/'),
      ['^src/shared/', main('(archive|disk|index)/')],
      'it keeps the index in step with the archive',
    ),
    ...phases.slice(0, -1).map((phase, at) => ({
      name: `phase-${phase}-knows-those-before`,
      severity: 'error',
      from: { path: main(`services/phases/${phase}\\.ts$`) },
      to: { path: main(`services/phases/(${phases.slice(at + 1).join('|')})\\.ts$`) },
    })),
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
        'tests make any call of disk/files.ts fail; the files named here only read, ask the system, or throw away what is derived',
      from: {
        path: '^src/',
        pathNot: [
          main('disk/(files|copy|temps)\\.ts$'),
          main('(ingest/|readers/pdf/opening/pdfjs|recognition/gazetteer/places|index/index)'),
          main('(cli/extract|protocol|readersVersion|folders|services/(exporting/exports|importing/imports))\\.ts$'),
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
