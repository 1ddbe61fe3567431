const domainOrder = require('./domain-order.cjs')

// Who may import whom (docs/layers are design's "Layout"): dependency-cruiser reads this; a test
// plants a violation.
const pure = [
  '^lib/(domain|forms)/',
  '^lib/(result|canonical-json)\\.ts$',
  '^lib/calendar/(working-days|import)\\.ts$',
  '^lib/carriers/rulebook/(topics|windows|rules|answer|difference|rule-form)\\.ts$',
  '^lib/cancellation/rules/',
  '^lib/guide/(schemas|resolve|address|draft|merge|checks|differences|links|start)\\.ts$',
  '^lib/audit/(kinds|sentences|things|changes|fields|filter)\\.ts$',
  '^lib/guide/(marked-words|word-changes|comparison|versions|language-faults)\\.ts$',
  '^lib/guide/(sections|place|own-words|preview-place|markdown|pictures/limits)\\.ts$',
  '^lib/guide/(standing|taking-over|row-differences)\\.ts$',
  '^lib/notices/(kinds|text|text-messages|placeholder-faults|due|compose)\\.ts$',
  '^lib/notices/(demo-contact|outbox/states|seed/texts)\\.ts$',
  '^lib/(retention|questions|drafts)/(schemas|kinds)\\.ts$',
  '^lib/documents/(limits|reasons)\\.ts$',
  '^lib/reports/(counted|figures|filter|columns|months|ranked)\\.ts$',
  '^lib/stores/(hours|map-links)\\.ts$',
  '^lib/visits/quiet-hours\\.ts$',
  '^lib/receipts/signed\\.ts$',
  '^lib/photos/signature\\.ts$',
  '^lib/rate-limits/(address|limits)\\.ts$',
  '^lib/api/(problem|faults|merge-patch|keys/consequence)\\.ts$',
  '^lib/api/schemas/',
  '^lib/api/tmf/(states|schemas|mapping)\\.ts$',
  '^lib/api/webhooks/message\\.ts$',
  '^lib/accounts/(email|effective-roles|grants/rules|password-rules|links/rules|security/schemas|' +
    'sessions/rules|sessions/browser-name|factors/totp)\\.ts$',
].join('|')

const domainRules = domainOrder.flatMap((row, place) =>
  row.map((domain) => {
    const below = domainOrder.slice(place).flat()
    const others = below.filter((other) => other !== domain).join('|')
    return {
      name: 'domains-import-those-above-them',
      severity: 'error',
      from: { path: `^lib/${domain}/` },
      to: { path: `^lib/(${others})/`, dependencyTypesNot: ['type-only'] },
    }
  }),
)
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...domainRules,
    {
      name: 'shared-words-import-nothing',
      severity: 'error',
      from: { path: '^lib/domain/' },
      to: { path: '^(lib/(?!domain/)|app/|components/)' },
    },
    {
      name: 'pure-files-import-pure-files',
      severity: 'error',
      from: { path: pure },
      to: { path: '^(lib|app|components)/', pathNot: `${pure}` },
    },
    {
      name: 'pure-files-know-no-machine',
      severity: 'error',
      from: { path: pure },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'lib-imports-neither-app-nor-components',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^(app|components)/' },
    },
    {
      name: 'components-import-no-app',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^app/' },
    },
    {
      name: 'primitives-know-no-domain',
      severity: 'error',
      from: { path: '^components/ui/' },
      to: { path: '^(lib/(?!i18n)|components/(?!ui/))' },
    },
    {
      name: 'only-writers-and-queries-touch-the-database',
      severity: 'error',
      from: {
        path: '^(lib|app|components)/',
        pathNot: '^lib/(db|ops)/|/(queries|commands)(/|\\.ts$)|^app/api/health/',
      },
      to: { path: '^lib/db/(client|direct|in-transaction|pool)\\.ts$' },
    },
    {
      // Where the writer is put together with what follows it: tests go through it as well.
      name: 'requests-are-written-through-lib-writer',
      severity: 'error',
      from: {
        pathNot:
          '^lib/(cancellation/commands/|writer\\.ts$)|' +
          '^tests/integration/(history|unfollowed-writer)\\.test\\.ts$',
      },
      to: { path: '^lib/cancellation/commands/' },
    },
    {
      name: 'no-domain-calls-anothers-writer',
      severity: 'error',
      from: { path: `^lib/(${domainOrder.slice(0, -2).flat().join('|')})/` },
      to: { path: '^lib/writer\\.ts$' },
    },
    {
      name: 'product-imports-no-tests',
      severity: 'error',
      from: { path: '^(lib|app|components)/' },
      to: { path: '^tests/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^lib/db/generated' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
}
