import { NotFoundNotice } from '@/components/shell/not-found-notice'

export default function DeskNotFound() {
  return <NotFoundNotice back="/account/home" />
}
