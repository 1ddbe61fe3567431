// One desk for all browser tests, started as an operator would: `npm start`'s own script, on a data
// folder of its own.
import { startScratchDesk } from './scratch-desk'

export { demoPassword as password } from '../factories/prepared-desk'

export default async function setup() {
  const desk = await startScratchDesk()
  process.env.DESK_ADDRESS = desk.address
  process.env.DESK_FOLDER = desk.folder
  return desk.stop
}
