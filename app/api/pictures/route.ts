import { may } from '@/lib/domain/permissions'
import { currentViewer } from '@/lib/auth/viewer'
import { limitedBody } from '@/lib/forms/limited-body'
import { largestPicture } from '@/lib/guide/pictures/limits'
import { remakePicture } from '@/lib/guide/pictures/remake'
import { keepPicture } from '@/lib/guide/pictures/commands'
import { isPictureQueueFull, secondsUntilRoom } from '@/lib/photos/picture-queue'

const busy = () =>
  Response.json(
    { fault: 'picture_busy' },
    { status: 503, headers: { 'retry-after': String(secondsUntilRoom) } },
  )

/**
 * Takes a picture for a text of the guide, its bytes as the body; answers `{id}`, or `{fault}` with
 * what is wrong.
 */
export async function POST(request: Request) {
  const viewer = await currentViewer()
  if (!viewer || !may(viewer.memberships, 'guide.edit'))
    return Response.json({ fault: 'picture_not_sent' }, { status: 403 })
  if (isPictureQueueFull()) return busy()
  const sent = await limitedBody(request, largestPicture)
  if (!sent) return Response.json({ fault: 'picture_too_large' }, { status: 413 })
  const remade = await remakePicture(sent)
  if (!remade.ok && remade.refusal.code === 'busy') return busy()
  if (!remade.ok) return Response.json({ fault: remade.refusal.code }, { status: 422 })
  return Response.json(
    { id: await keepPicture(viewer.id, remade.value, new Date()) },
    { status: 201 },
  )
}
