'use client'
import { useDemand, useFormTexts } from '@/components/forms/texts'
import { Link } from '@/components/shell/link'

/** An unmet demand: what is missing and what to do about it, with a link to where that is done. */
export function DemandLine({ name, href }: { name: string; href: string | null | undefined }) {
  const { colon } = useFormTexts()
  const { missing, todo, line } = useDemand()
  const act = todo(name)
  if (!act || !href) return line(name)
  return (
    <>
      {missing(name)}
      {colon}
      <Link href={href} className="text-accent underline">
        {act}
      </Link>
    </>
  )
}
