import { Header } from '@/components/shell/header'
import { NotFoundNotice } from '@/components/shell/not-found-notice'
import { PageFrame } from '@/components/shell/page-frame'

export default function NotFound() {
  return (
    <>
      <Header />
      <PageFrame>
        <NotFoundNotice back="/" />
      </PageFrame>
    </>
  )
}
