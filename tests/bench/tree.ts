import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const parts = [
  'app',
  'components',
  'lib',
  'prisma',
  'proxy.ts',
  'next.config.js',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tests',
]

/**
 * A copy of the product in a folder of its own, with the floor's address and the empty page in it,
 * built as `npm start` builds it.
 */
export function builtTree(folder: string): string {
  const tree = join(folder, 'tree')
  for (const part of parts) rmSync(join(tree, part), { recursive: true, force: true })
  mkdirSync(join(tree, 'app/api/floor'), { recursive: true })
  // As old as they are: a lock file that looks new would be installed from.
  const filter = (path: string) => !path.startsWith(join('tests', '.out'))
  for (const part of parts)
    cpSync(part, join(tree, part), { recursive: true, preserveTimestamps: true, filter })
  cpSync('tests/bench/floor-route.ts', join(tree, 'app/api/floor/route.ts'))
  mkdirSync(join(tree, 'app/[locale]/empty-page'), { recursive: true })
  cpSync('tests/bench/empty-page.tsx', join(tree, 'app/[locale]/empty-page/page.tsx'))
  if (installedIn(tree) !== installedIn('.')) {
    rmSync(join(tree, 'node_modules'), { recursive: true, force: true })
    run('cp', ['-al', 'node_modules', join(tree, 'node_modules')], '.')
  }
  run(process.execPath, ['lib/ops/launch.mjs', 'lib/ops/commands/build'], tree)
  return tree
}

function installedIn(folder: string): string | null {
  const list = join(folder, 'node_modules/.package-lock.json')
  return existsSync(list) ? readFileSync(list, 'utf8') : null
}

function run(program: string, args: string[], cwd: string) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stdout}${stderr}`)
}
