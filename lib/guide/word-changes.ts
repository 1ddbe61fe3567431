import { diffArrays } from 'diff'
import { type MarkedWord, type TextLanguage, isSameWord, markedWords } from './marked-words'

/**
 * A stretch of a text in two versions: in both of them, in one alone, or `restyled`: in both, bold
 * or slanted in one of them; its words are those of the later version.
 */
export type WordChange = { kind: 'same' | 'removed' | 'added' | 'restyled'; words: MarkedWord[] }

/** What differs between two versions of a Markdown text, word by word, in reading order. */
export function wordChanges(before: string, after: string, language: TextLanguage): WordChange[] {
  const found = diffArrays(markedWords(before, language), markedWords(after, language), {
    comparator: isSameWord,
  }).map(
    ({ value, added, removed }): WordChange => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      words: value,
    }),
  )
  return fromLineStarts(inPairs(withoutGaps(found))).flatMap(restyledAsOne)
}

const isGap = ({ kind, words }: WordChange) =>
  kind === 'same' && words.every(({ text }) => text !== '\n' && text.trim() === '')

/** A space between two changed words belongs to the change: a phrase reads as one. */
const withoutGaps = (changes: readonly WordChange[]): WordChange[] =>
  changes.flatMap((change, place): WordChange[] => {
    const between = place > 0 && place < changes.length - 1
    return between && isGap(change)
      ? [
          { kind: 'removed', words: change.words },
          { kind: 'added', words: change.words },
        ]
      : [change]
  })

/** Between two stretches that stayed: all that was removed, then all that was added. */
function inPairs(changes: readonly WordChange[]): WordChange[] {
  const pairs: WordChange[] = []
  let removed: MarkedWord[] = []
  let added: MarkedWord[] = []
  const close = () => {
    if (removed.length) pairs.push({ kind: 'removed', words: removed })
    if (added.length) pairs.push({ kind: 'added', words: added })
    removed = []
    added = []
  }
  for (const { kind, words } of changes) {
    if (kind === 'removed') removed = [...removed, ...words]
    else if (kind === 'added') added = [...added, ...words]
    else {
      close()
      pairs.push({ kind, words })
    }
  }
  close()
  return pairs
}

/**
 * Where the same words end a change and stand before it, it could as well begin with them: a change
 * of whole lines is told from the start of its first one.
 */
function fromLineStarts(changes: readonly WordChange[]): WordChange[] {
  const moved = changes.map(({ kind, words }) => ({ kind, words }))
  for (const [place, change] of moved.entries()) {
    const [left, right] = [moved[place - 1], moved[place + 1]]
    if (change.kind === 'same' || left?.kind !== 'same' || right?.kind === 'added') continue
    const steps = stepsToLineStart(left.words, change.words)
    if (!steps) continue
    const words = [...left.words.slice(-steps), ...change.words]
    left.words = left.words.slice(0, -steps)
    change.words = words.slice(0, -steps)
    const rest = words.slice(-steps)
    if (right) right.words = [...rest, ...right.words]
    else moved.push({ kind: 'same', words: rest })
  }
  return moved.filter(({ words }) => words.length > 0)
}

/** How many words a change has to begin earlier to begin with a line; 0 where it cannot. */
function stepsToLineStart(left: readonly MarkedWord[], change: readonly MarkedWord[]): number {
  for (let step = 0; ; step += 1) {
    const before = left.at(-1 - step)
    if (!before || before.text === '\n') return step
    const last = change.at(-1 - (step % change.length))
    if (!last || !isSameWord(before, last)) return 0
  }
}

/** What was removed and added and differs in bold and slanted type alone, told as one. */
function restyledAsOne(
  change: WordChange,
  place: number,
  changes: readonly WordChange[],
): WordChange[] {
  const isRestyled = (removed: WordChange | undefined, added: WordChange | undefined) =>
    removed?.kind === 'removed' &&
    added?.kind === 'added' &&
    plain(removed.words) === plain(added.words)
  if (isRestyled(change, changes[place + 1])) return []
  return [isRestyled(changes[place - 1], change) ? { ...change, kind: 'restyled' } : change]
}

/** Words without their type: what they say, lead to and show. */
const plain = (words: readonly MarkedWord[]) =>
  JSON.stringify(
    words.map(({ text, link, picture, lead }) => [lead ?? text, link ?? '', picture ?? '']),
  )
