'use client'
import { Button } from './button'

export function PrintButton({
  children,
  look,
}: {
  children: string
  look?: 'primary' | 'secondary'
}) {
  return (
    <Button
      data-print
      type="button"
      look={look}
      className="no-print"
      onClick={() => window.print()}
    >
      {children}
    </Button>
  )
}
