import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const folder = 'docs/adr'
const index = readFileSync(`${folder}/README.md`, 'utf8')
const names = readdirSync(folder).filter((name) => /^\d{4}-.+\.md$/.test(name))

const link = String.raw`\[\d+\]\(\d{4}-[a-z0-9-]+\.md\)`
const links = `${link}(?:(?:, ${link})* and ${link})?`
const knownStatus = new RegExp(`^(?:accepted(?:, amended by ${links})?|superseded by ${links})$`)

const linkedNumbers = (text = '') => [...text.matchAll(/\[(\d+)\]\(/g)].map(([, number]) => number)

/** A record's title and the fields of the list below it; a field may continue on the next line. */
function parsed(name: string) {
  const text = readFileSync(`${folder}/${name}`, 'utf8')
  const head = text.split('\n## ', 1).join('').replaceAll(/\n +/g, ' ')
  const [, number, title] = /^# (\d+)\. (.+)$/m.exec(head) ?? []
  const field = (key: string) => new RegExp(`^- ${key}: (.+)$`, 'm').exec(head)?.[1]
  const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)
  const [date, status, amends] = [field('Date'), field('Status'), field('Amends')]
  return { text, number, title, date, status, amends, headings }
}

/** A status as the index shows it: numbers without links. */
const shortOf = (status = '') =>
  status
    .replace('accepted, ', '')
    .replace(' and ', ', ')
    .replaceAll(/\[(\d+)\]\([^)]+\)/g, '$1')

describe('decision records', () => {
  it('are found', () => expect(names.length).toBeGreaterThan(20))

  describe.each(names)('%s', (name) => {
    const { text, number, title, date, status, amends, headings } = parsed(name)

    it('has the number of its file name', () => {
      expect(number?.padStart(4, '0')).toBe(name.slice(0, 4))
    })

    it('has a date', () => expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/))

    it('has a known status', () => expect(status).toMatch(knownStatus))

    it('has a context, a decision and consequences, in this order', () => {
      expect(headings).toEqual(['Context', 'Decision', 'Consequences'])
    })

    it('links to files that exist', () => {
      const targets = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, target]) => target)
      expect(targets.filter((target) => !existsSync(`${folder}/${target}`))).toEqual([])
    })

    it('is named by each record that it amends', () => {
      const silent = linkedNumbers(amends).filter((amended) => {
        const file = names.find((other) => Number(other.slice(0, 4)) === Number(amended))
        return !file || !linkedNumbers(parsed(file).status).includes(number)
      })
      expect(silent).toEqual([])
    })

    it('is in the index, with the same title, status and date', () => {
      const rows = index.split('\n')
      expect(rows).toContain(`| ${number} | [${title}][${number}] | ${shortOf(status)} | ${date} |`)
      expect(rows).toContain(`[${number}]: ${name}`)
    })
  })

  it('are all that the index names', () => {
    const indexed = [...index.matchAll(/^\[\d+\]: (\S+)$/gm)].map(([, name]) => name)
    expect(indexed).toEqual(names)
  })
})
