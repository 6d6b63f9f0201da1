/** The import table of docs/architecture.md as a test: floors, front doors, and who may use which library. */
const areas = ['services', 'community', 'market', 'procurement']
const wrapped = {
  nodemailer: '^src/platform/mail/',
  sharp: '^src/core/files/|^src/services/reports/demo/',
  '@simplewebauthn/server': '^src/core/accounts/',
  'openid-client': '^src/core/accounts/',
  otpauth: '^src/core/accounts/',
  'graphile-worker': '^src/platform/(jobs|db)/',
  '@aws-sdk/client-s3': '^src/core/files/',
  'markdown-it': '^src/platform/',
  'sanitize-html': '^src/platform/',
  pino: '^src/platform/log',
  'prom-client': '^src/platform/metrics',
  '@myriaddreamin/typst-ts-node-compiler': '^src/platform/pdf/',
}
const test = '\\.test\\.tsx?$'

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'platform-knows-nobody',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: test },
      to: { path: '^src/(design|core|services|community|market|procurement|standards|desk|app|house|main)' },
    },
    {
      name: 'design-knows-only-platform',
      severity: 'error',
      from: { path: '^src/design/', pathNot: test },
      to: { path: '^src/(core|services|community|market|procurement|standards|desk|app|house|main)' },
    },
    {
      name: 'core-is-below-the-areas',
      severity: 'error',
      from: { path: '^src/core/', pathNot: test },
      to: { path: '^src/(services|community|market|procurement|standards|desk|app|house|main)' },
    },
    ...areas.map((area) => ({
      name: `${area}-knows-no-other-area`,
      severity: 'error',
      from: { path: `^src/${area}/`, pathNot: test },
      to: { path: `^src/(${[...areas.filter((other) => other !== area), 'standards', 'desk', 'app', 'house', 'main'].join('|')})` },
    })),
    {
      name: 'only-through-the-front-door',
      comment: 'A folder of core or of the desk is entered by its index.ts alone; its browser code by browser/index.ts',
      severity: 'error',
      from: { path: '^src/([^/]+/[^/]+)/', pathNot: test },
      to: { path: '^src/(core|desk)/[^/]+/.+', pathNot: ['^src/$1/', '^src/[^/]+/[^/]+/(browser/)?index\\.tsx?$'] },
    },
    {
      name: 'an-area-has-front-doors',
      comment: 'The nouns of one area know each other; from outside they are entered by their index.ts',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: test },
      to: {
        path: '^src/(services|community|market|procurement|standards)/[^/]+/.+',
        pathNot: ['^src/$1/', '^src/[^/]+/[^/]+/index\\.tsx?$'],
      },
    },
    {
      name: 'sql-has-its-own-rooms',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/platform/db/', '\\.sql\\.ts$', test] },
      to: { path: '^node_modules/(kysely|pg)/' },
    },
    {
      name: 'views-read-no-database',
      severity: 'error',
      from: { path: '\\.view\\.tsx$' },
      to: { path: '\\.(sql|verbs|routes)\\.tsx?$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      from: { path: '\\.rules\\.ts$' },
      to: { path: '\\.(sql|verbs|routes|view|jobs)\\.tsx?$|^node_modules/(kysely|pg|hono)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'http-in-one-place',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/platform/http/', '^src/main\\.ts$', test] },
      to: { path: '^node_modules/(hono|@hono)/' },
    },
    ...Object.entries(wrapped).map(([library, home]) => ({
      name: `one-wrapper-for-${library}`,
      severity: 'error',
      from: { path: '^src/', pathNot: [home, test] },
      to: { path: `^node_modules/${library}/` },
    })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { conditionNames: ['import', 'types', 'node'], exportsFields: ['exports'] },
  },
}
