import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const parts = ['app', 'components', 'lib', 'prisma', 'proxy.ts', 'next.config.js', 'package.json', 'package-lock.json', 'tsconfig.json', 'tests/bench']

/** A copy of the product in a folder of its own, with the floor's address in it, built as `npm start` builds it. */
export function builtTree(folder: string): string {
  const tree = join(folder, 'tree')
  for (const part of parts) rmSync(join(tree, part), { recursive: true, force: true })
  mkdirSync(join(tree, 'app/api/floor'), { recursive: true })
  for (const part of parts) cpSync(part, join(tree, part), { recursive: true })
  cpSync('tests/bench/floor-route.ts', join(tree, 'app/api/floor/route.ts'))
  if (!existsSync(join(tree, 'node_modules'))) run('cp', ['-al', 'node_modules', join(tree, 'node_modules')], '.')
  run(process.execPath, ['lib/ops/launch.mjs', 'lib/ops/build'], tree)
  return tree
}

function run(program: string, args: string[], cwd: string) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stdout}${stderr}`)
}
