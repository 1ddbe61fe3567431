// The unit tests of the rules, for Stryker: it cannot pick one of several projects. Those of doors
// and of the house's shape are left out: each takes long to load and none is about a rule.
import { mergeConfig } from 'vitest/config'
import everything from '../vitest.config'

const { test, ...shared } = everything
const unit = test?.projects?.find(
  (project) => typeof project === 'object' && 'test' in project && project.test?.name === 'unit',
)
if (typeof unit !== 'object' || !('test' in unit)) throw new Error('no unit project')
const doors = ['documents', 'edge-text', 'event-streams', 'front-door', 'guards', 'object-maps']
const house = ['asvs', 'browser-modules', 'few-at-a-time', 'layers', 'messages', 'openapi']
const rest = [
  'accounts',
  'csv-stream',
  'paper',
  'read-form',
  'remake',
  'rich-text',
  'who-then-body',
]
const exclude = [...doors, ...house, ...rest].map((name) => `tests/unit/${name}.test.{ts,tsx}`)
// One worker that loads each module once: a rule has no state that one test could leave another.
export default mergeConfig(shared, {
  test: { ...unit.test, exclude, maxWorkers: 1, isolate: false },
})
