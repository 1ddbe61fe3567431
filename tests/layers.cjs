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
