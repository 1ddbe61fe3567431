import 'server-only'
import { guardMark } from './action'
import { type Permission, may } from '@/lib/domain/permissions'
import { type Viewer, currentViewer } from './viewer'

/** Guards an action that only reads: null without the permission. */
export function staffQuery<A, T>(
  permission: Permission,
  answer: (viewer: Viewer, asked: A) => Promise<T>,
): (asked: A) => Promise<T | null> {
  const question = async (asked: A) => {
    const viewer = await currentViewer()
    return viewer && may(viewer.memberships, permission) ? answer(viewer, asked) : null
  }
  return Object.assign(question, { [guardMark]: permission })
}
