export type Thing = {
  reference: string
  completed: string
  completedLink: string
  upload: string
  deskUploads: string[]
  version: number
  documents: string[]
  store: string
  bag: string
  notices: string[]
  question: string
  questionNumber: string
  link: string
  phoneEnd: string
}
export type Setting = {
  accounts: Record<string, string>
  things: Record<string, Thing>
  guide: string
  /** The key of a link to that guide's preview. */
  preview: string
  key: string
}

/** What there is none of. */
export const nothing: Thing = {
  reference: '234567899999',
  completed: '234567899998',
  completedLink: 'AAAAAAAAAAAAAAAAAAAAAA',
  upload: '01900000-0000-7000-8000-000000000004',
  deskUploads: Array.from({ length: 8 }, () => '01900000-0000-7000-8000-000000000005'),
  version: 1,
  documents: Array.from({ length: 8 }, () => '01900000-0000-7000-8000-000000000000'),
  store: 'none',
  bag: 'none-1',
  notices: Array.from({ length: 8 }, () => '01900000-0000-7000-8000-000000000001'),
  question: '01900000-0000-7000-8000-000000000002',
  questionNumber: '23456789ABCD',
  link: 'AAAAAAAAAAAAAAAAAAAAAA',
  phoneEnd: '9999',
}
