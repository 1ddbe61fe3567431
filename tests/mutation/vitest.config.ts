// The unit tests alone, for Stryker: it cannot pick one of several projects.
import { mergeConfig } from 'vitest/config'
import everything from '../vitest.config'

const { test, ...shared } = everything
const unit = test?.projects?.find(
  (project) => typeof project === 'object' && 'test' in project && project.test?.name === 'unit',
)
if (typeof unit !== 'object' || !('test' in unit)) throw new Error('no unit project')
export default mergeConfig(shared, { test: { ...unit.test, maxWorkers: 1 } })
