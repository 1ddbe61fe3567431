// The entry point of package.json's scripts: needs only Node, installs what is missing, then runs
// `lib/ops/<command>.ts`. Plain JavaScript without imports from node_modules, which may not exist
// yet.
import { dirname, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { installDependencies } from './launch/dependencies.mjs'
import { generateClient } from './launch/prisma-client.mjs'
import { requireNode } from './launch/require-node.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
process.chdir(root)

const [command, ...rest] = process.argv.slice(2)
process.argv.splice(2, process.argv.length, ...rest)

try {
  requireNode()
  await installDependencies(root)
  await generateClient(root)
} catch (error) {
  console.error(error.message)
  process.exit(1)
}

const { register } = await import('tsx/esm/api')
register({ tsconfig: resolve(root, 'tsconfig.json') })
await import(pathToFileURL(resolve(root, `${command}.ts`)).href)
