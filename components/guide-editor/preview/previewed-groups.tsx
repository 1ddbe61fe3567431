'use client'
import { useHydrated } from '@/components/forms/use-hydrated'
import { type Group, StepGroup } from '@/components/requests/walk/step-group'
import { useWalk } from '@/components/requests/walk/walk-scope'

const noError = () => undefined
const nothing = () => {}

/** The steps of a phase, which open and take input as on a request; there is nothing to save. */
export function PreviewedGroups({ groups }: { groups: readonly Group[] }) {
  const { show } = useWalk()
  const ready = useHydrated()
  const next = (from: string) => {
    const place = groups.findIndex(({ step }) => step === from)
    show(groups[place + 1]?.step ?? null)
  }
  // As in a request's form: what is pressed before the page can answer would be lost.
  return (
    <fieldset disabled={!ready} className="grid min-w-0 gap-2">
      {groups.map((group, place) => (
        <StepGroup
          key={group.step}
          group={group}
          place={place + 1}
          unsaved={false}
          errorAt={noError}
          onChange={nothing}
          onNext={next}
        />
      ))}
    </fieldset>
  )
}
