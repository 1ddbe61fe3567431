// A Chromium for Playwright out of the npm registry alone. Only the archives of
// `@sparticuz/chromium` are read: its own code asks for Node 22 and its launch arguments switch web
// security off.
import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { extract } from 'tar-fs'

const require = createRequire(import.meta.url)

/**
 * Launch options for Playwright; the first call unpacks the browser, unless CHROMIUM_PATH names one
 * of the machine.
 */
export async function chromiumLaunchOptions() {
  // The sandbox needs user namespaces, which containers lack; the pages visited are our own.
  const chromiumSandbox = false
  if (process.env.CHROMIUM_PATH)
    return { chromiumSandbox, executablePath: process.env.CHROMIUM_PATH }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'The Chromium from npm runs on Linux x64 only: set CHROMIUM_PATH to an installed ' +
        'Chromium or Chrome.',
    )
  }
  const home = await unpacked()
  return {
    chromiumSandbox,
    executablePath: join(home, 'chromium'),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(home, 'lib'), // NSS and Expat, which a bare machine lacks
      // Without it text is blank there; with it every machine renders the same.
      FONTCONFIG_FILE: join(home, 'fonts.conf'),
      XDG_CACHE_HOME: home, // what fonts.conf calls "xdg"
    },
  }
}

/**
 * The folder of the unpacked browser. One rename makes it appear, so it is whole or absent, whoever
 * was killed.
 */
async function unpacked() {
  const packed = dirname(dirname(require.resolve('@sparticuz/chromium')))
  const cache = join(packed, '../../.cache')
  const home = join(cache, `chromium-${require(join(packed, 'package.json')).version}`)
  if (existsSync(home)) return home

  const aside = `${home}.${randomUUID()}`
  const inflate = (archive: string, target: NodeJS.WritableStream) =>
    pipeline(createReadStream(join(packed, 'bin', archive)), createBrotliDecompress(), target)
  try {
    await mkdir(aside, { recursive: true })
    await inflate('al2023.tar.br', extract(aside))
    const fonts = dirname(require.resolve('@expo-google-fonts/noto-sans-sc'))
    await writeFile(join(aside, 'fonts.conf'), fontsConf(relative(home, fonts)))
    await inflate('chromium.br', createWriteStream(join(aside, 'chromium'), { mode: 0o755 }))
    await rename(aside, home)
    // Older versions, unpackings that were cut off, and rivals still at it, which then fail and
    // take this copy.
    const others = (await readdir(cache)).filter(
      (name) => name.startsWith('chromium-') && name !== basename(home),
    )
    await Promise.allSettled(
      others.map((name) => rm(join(cache, name), { recursive: true, force: true })),
    )
  } catch (error) {
    await rm(aside, { recursive: true, force: true })
    if (!existsSync(home)) throw error
  }
  return home
}

// Relative to the file itself, so that the project can be moved or copied into an image.
const fontsConf = (fonts: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir prefix="relative">${fonts}</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>
`
