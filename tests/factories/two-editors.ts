import fc from 'fast-check'
import type { GuideDraftContent } from '@/lib/guide/draft'
import { type Decision, type OwnWords, takenIn } from '@/lib/guide/own-words'
import { type GuidePlace, valueAt } from '@/lib/guide/place'
import { type GuideEdit, edited, guideEdit, textsIn } from './guide-edits'

export type Who = 'a' | 'b'
export type Sent = {
  saveId: string
  content: GuideDraftContent
  seen: number
  own: GuidePlace[]
  decisions: Decision[]
  look: boolean
}
export type Answer = { seen: number; content: GuideDraftContent; conflicts: readonly OwnWords[] }
export type DraftServer = { save: (who: Who, sent: Sent) => Promise<Answer> }

/** What happens to one of two editors; `line`: what becomes of the request and its answer. */
export type Happening = { who: Who } & (
  | { what: 'edit'; edit: GuideEdit }
  | { what: 'save'; line: 'whole' | 'request lost' | 'answer lost'; typing: GuideEdit | null }
  | { what: 'decide'; which: number; keep: 'mine' | 'theirs' }
)

const who = fc.constantFrom<Who>('a', 'b')
export const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ who, what: fc.constant('edit' as const), edit: guideEdit }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      who,
      what: fc.constant('save' as const),
      line: fc.constantFrom('whole' as const, 'whole', 'request lost', 'answer lost'),
      typing: fc.option(guideEdit),
    }),
  },
  fc.record({
    who,
    what: fc.constant('decide' as const),
    which: fc.nat({ max: 3 }),
    keep: fc.constantFrom('mine' as const, 'theirs'),
  }),
)

/** An editor's page, without the page: what it holds, sends and takes in. */
class Editor {
  form: GuideDraftContent
  /** What the desk last said, without the editor's own words. */
  known: GuideDraftContent
  conflicts: readonly OwnWords[] = []
  own: GuidePlace[] = []
  decisions: Decision[] = []
  pending: Sent | null = null
  /** Words that this editor took away, having seen them. */
  removed = new Set<string>()
  private times = 0

  constructor(
    private readonly who: Who,
    private readonly server: DraftServer,
    public seen: number,
    content: GuideDraftContent,
  ) {
    this.form = content
    this.known = content
  }

  type(edit: GuideEdit) {
    this.times += 1
    const after = edited(this.form, [edit], `${this.who}:${this.times}:`)
    // A row that is removed takes along what others have at its places, which is shown beside it.
    const seen =
      edit.do === 'remove' ? [...textsIn(this.form), ...textsIn(this.known)] : textsIn(this.form)
    const still = new Set(textsIn(after))
    for (const said of seen) if (!still.has(said)) this.removed.add(said)
    this.form = after
  }

  decide(which: number, keep: 'mine' | 'theirs') {
    const conflict = this.conflicts[which % (this.conflicts.length || 1)]
    if (!conflict || this.pending) return
    const { section, row, field, language } = conflict
    this.decisions = [{ place: { section, row, field, language }, keep }]
    const here = [conflict.mine, valueAt(this.form, conflict), valueAt(this.known, conflict)]
    for (const said of textsIn(here)) this.removed.add(said)
  }

  /** One try; the texts that it saved, where the answer came. */
  async save(line: 'whole' | 'request lost' | 'answer lost', typing: GuideEdit | null) {
    this.times += 1
    this.pending ??= {
      saveId: `${this.who}-${this.times}`,
      content: this.form,
      seen: this.seen,
      own: this.own,
      decisions: this.decisions,
      look: false,
    }
    const sent = this.pending
    if (line === 'request lost') return []
    const answer = await this.server.save(this.who, sent)
    if (typing) this.type(typing)
    if (line === 'answer lost') return []
    this.pending = null
    this.decisions = []
    const { content, own } = takenIn(sent.content, this.form, answer)
    Object.assign(this, {
      form: content,
      own,
      ...answer,
      content: undefined,
      known: answer.content,
    })
    return textsIn(sent.content).filter((said) => /^[ab]:/.test(said))
  }
}

/**
 * Plays what happens to two editors of one draft, then lets both save and decide until nothing is
 * left to do. Gives what each shows at the end and the words that were lost: acknowledged, taken
 * away by nobody who had seen them, and nowhere any more.
 */
export async function playTwoEditors(
  server: DraftServer,
  start: { seen: number; content: GuideDraftContent },
  happenings: readonly Happening[],
) {
  const editors = {
    a: new Editor('a', server, start.seen, start.content),
    b: new Editor('b', server, start.seen, start.content),
  }
  const acknowledged = new Set<string>()
  const save = async (
    of: Who,
    line: 'whole' | 'request lost' | 'answer lost',
    typing: GuideEdit | null,
  ) => {
    for (const said of await editors[of].save(line, typing)) acknowledged.add(said)
  }
  for (const one of happenings) {
    if (one.what === 'edit') editors[one.who].type(one.edit)
    else if (one.what === 'save') await save(one.who, one.line, one.typing)
    else editors[one.who].decide(one.which, one.keep)
  }
  // Twice each: what was pending, and what was typed since; then both see the other's last.
  for (const of of ['a', 'a', 'b', 'b', 'a', 'b'] as const) await save(of, 'whole', null)
  const present = new Set(
    [editors.a, editors.b].flatMap(({ form, known, conflicts }) => [
      ...textsIn(form),
      ...textsIn(known),
      ...textsIn(conflicts),
    ]),
  )
  const lost = [...acknowledged].filter(
    (said) => !present.has(said) && !editors.a.removed.has(said) && !editors.b.removed.has(said),
  )
  for (let round = 0; round < 40; round += 1) {
    const open = (['a', 'b'] as const).filter((of) => editors[of].conflicts.length > 0)
    if (open.length === 0) break
    for (const of of open) {
      editors[of].decide(0, round % 2 ? 'mine' : 'theirs')
      await save(of, 'whole', null)
    }
    for (const of of ['a', 'b'] as const) await save(of, 'whole', null)
  }
  return { a: editors.a, b: editors.b, lost }
}
