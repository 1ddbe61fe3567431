// What doors there are: read from the build, and from the sources, never from a list kept by hand.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

export type Doors = { pages: string[]; routes: string[]; actions: string[] }

// Groups of folders and the language stand in no address of a page.
const placeOf = (path: string) =>
  path.replace(/^\/\[locale\]/, '').replaceAll(/\/\([a-z]+\)/g, '') || '/'
const folderOf = (file: string) =>
  placeOf(`/${file.replace(/^app\//, '')}`)
    .replace(/\/actions\.ts$/, '')
    .slice(1)
const methods =
  /export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE)\b|export \{([^}]*)\}/g

/**
 * Whether a file of the sources or the build answers with a page: those that come without scripts
 * are routes of Next's, and pages to whoever reads them.
 */
const isPage = (path: string) =>
  /\/page(\.tsx?)?$/.test(path) || /\/\(plain\)\/(.+\/)?route(\.tsx)?$/.test(path)
const isRoute = (path: string) => /\/route(\.tsx?)?$/.test(path) && !isPage(path)
const doorOf = (path: string) => path.replace(/\/(page|route)(\.tsx?)?$/, '')

/** Methods that a route's file exports. */
function methodsOf(source: string): string[] {
  return [...source.matchAll(methods)].flatMap(
    ([, one, several]) =>
      one ??
      [...(several ?? '').matchAll(/\b(GET|POST|PUT|PATCH|DELETE)\b/g)].map(([name]) => name),
  )
}

/** The doors below a folder of sources. */
export function doorsInSources(root: string): Doors {
  const files = readdirSync(join(root, 'app'), { recursive: true, encoding: 'utf8' }).map(
    (file) => `/${file}`,
  )
  const read = (file: string) => readFileSync(join(root, 'app', file), 'utf8')
  return {
    pages: files.filter(isPage).map((file) => placeOf(doorOf(file))),
    routes: [
      ...files
        .filter(isRoute)
        .flatMap((file) => methodsOf(read(file)).map((method) => `${method} ${doorOf(file)}`)),
      ...(['robots', 'sitemap'] as const)
        .filter((name) => existsSync(join(root, 'app', `${name}.ts`)))
        .map((name) => (name === 'robots' ? 'GET /robots.txt' : 'GET /sitemap.xml')),
    ],
    actions: files
      .filter((file) => /\/actions\.ts$/.test(file))
      .flatMap((file) =>
        [...read(file).matchAll(/^export (?:const|async function) (\w+)/gm)].map(
          ([, name]) => `${folderOf(file.slice(1))}#${name}`,
        ),
      ),
  }
}

/**
 * Addresses that the build serves, pages and others, and its actions with the id that each is
 * called by.
 */
export function built() {
  const paths = Object.keys(
    JSON.parse(readFileSync('.next/server/app-paths-manifest.json', 'utf8')),
  )
  const { node } = JSON.parse(
    readFileSync('.next/server/server-reference-manifest.json', 'utf8'),
  ) as {
    node: Record<
      string,
      { exportedName: string; filename: string; workers: Record<string, unknown> }
    >
  }
  return {
    pages: paths
      .filter((path) => isPage(path) && !path.startsWith('/_'))
      .map((path) => placeOf(doorOf(path))),
    routes: paths.filter(isRoute).map(doorOf),
    actions: Object.entries(node).map(([id, { exportedName, filename, workers }]) => ({
      id,
      name: `${folderOf(filename)}#${exportedName}`,
      pages: Object.keys(workers).map((worker) =>
        placeOf(worker.replace(/^app/, '').replace(/\/page$/, '')),
      ),
    })),
  }
}
