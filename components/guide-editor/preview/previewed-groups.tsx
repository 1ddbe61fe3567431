'use client'
import { type Group, StepGroup } from '@/components/requests/walk/step-group'
import { useWalk } from '@/components/requests/walk/walk-scope'

const noError = () => undefined
const nothing = () => {}

/** The steps of a phase, which open and take input as on a request; there is nothing to save. */
export function PreviewedGroups({ groups }: { groups: readonly Group[] }) {
  const { show } = useWalk()
  const next = (from: string) => {
    const place = groups.findIndex(({ step }) => step === from)
    show(groups[place + 1]?.step ?? null)
  }
  return groups.map((group, place) => (
    <StepGroup
      key={group.step}
      group={group}
      place={place + 1}
      unsaved={false}
      errorAt={noError}
      onChange={nothing}
      onNext={next}
    />
  ))
}
