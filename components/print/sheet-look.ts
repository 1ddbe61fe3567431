import { type Paper, isPaper } from '@/lib/domain/coded-values'

export type SheetQuery = { paper?: string; type?: string }

/** How a sheet's address says that it is printed: on the store's paper unless it names another. */
export const sheetLook = ({ paper, type }: SheetQuery, ofStore: Paper) => ({
  paper: paper && isPaper(paper) ? paper : ofStore,
  large: type === 'large',
})

/** The address of a sheet in that look. */
export const sheetAddress = (page: string, look: { paper: Paper; large: boolean }) =>
  `${page}?paper=${look.paper}${look.large ? '&type=large' : ''}`
