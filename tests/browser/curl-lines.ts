import { readFileSync } from 'node:fs'

/** One curl line of a page: where it goes, with what headers and body. */
export type CurlLine = { url: string; headers: Record<string, string>; json: string }

/** The sh blocks below the headings of a page, by heading. */
export function journeysOf(file: string): { title: string; lines: string[] }[] {
  const found = [...readFileSync(file, 'utf8').matchAll(/^### (.+)\n\n```sh\n([\s\S]*?)```/gm)]
  return found.map(([, title = '', block = '']) => ({ title, lines: block.trim().split('\n') }))
}

/**
 * Reads a line as a shell would: quotes, and variables outside single ones. Only what the page uses
 * is understood.
 */
export function curlLine(line: string, variables: Record<string, string>): CurlLine {
  const words = wordsOf(line, variables)
  if (words.shift() !== 'curl') throw new Error(`not a curl line: ${line}`)
  const call: CurlLine = { url: '', headers: {}, json: '' }
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (word === '--json') call.json = words.shift() ?? ''
    else if (word === '-H') {
      const [name = '', ...value] = (words.shift() ?? '').split(': ')
      call.headers[name] = value.join(': ')
    } else if (word.startsWith('-')) throw new Error(`an option that is not understood: ${word}`)
    else call.url = word
  }
  return call
}

function wordsOf(line: string, variables: Record<string, string>): string[] {
  const words: string[] = []
  let [word, quote, place] = ['', '', 0]
  const variable = /^\$(\w+)/
  while (place < line.length) {
    const rest = line.slice(place)
    const sign = line.charAt(place)
    const named = quote !== "'" && variable.exec(rest)
    if (named) {
      if (!(String(named[1]) in variables))
        throw new Error(`a variable without a value: ${named[0]}`)
      word += variables[String(named[1])]
      place += named[0].length
      continue
    }
    if (quote === '"' && sign === '\\') {
      word += line.charAt(place + 1)
      place += 2
      continue
    }
    if (sign === quote) quote = ''
    else if (!quote && (sign === "'" || sign === '"')) quote = sign
    else if (!quote && sign === ' ') {
      words.push(word)
      word = ''
    } else word += sign
    place += 1
  }
  return [...words, word].filter(Boolean)
}
