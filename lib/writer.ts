// The one write path of requests: lock the row within what the actor may see, ask the rules, append
// the event, update the projection, all in one transaction. Pages, the API, bulk actions and jobs
// come through here, and through nowhere else (a rule of the layers): so nothing is written whose
// followers were left out (adr 36).
import { forgetAnswersOf } from '@/lib/api/idempotency/erasure/commands'
import { queueDeliveries } from '@/lib/api/webhooks/deliveries/commands'
import { publishTo } from '@/lib/cancellation/commands/writer/subscribers'
import { eraseDraftsOn } from '@/lib/drafts/erasure/commands'
import { tellOpenPages } from '@/lib/live/commands'
import { queueNotices } from '@/lib/notices/due/commands'
import { skipNoticesOf } from '@/lib/notices/erasure/commands'
import { eraseQuestionsAbout } from '@/lib/questions/erasure/commands'
import { countChange } from '@/lib/reports/commands'

publishTo({
  changed: [countChange, queueNotices, tellOpenPages, queueDeliveries],
  erased: [eraseQuestionsAbout, eraseDraftsOn, forgetAnswersOf, skipNoticesOf],
})

export { makeMove } from '@/lib/cancellation/commands/make-move'
export { noteCall } from '@/lib/cancellation/commands/note-call'
export { noteDuty } from '@/lib/cancellation/commands/note-duty'
export { notePhase } from '@/lib/cancellation/commands/note-phase'
export { noteStep } from '@/lib/cancellation/commands/note-step'
export { noteWaiting } from '@/lib/cancellation/commands/note-waiting'
export { reissueSlip } from '@/lib/cancellation/commands/reissue-slip'
export { openRequest, amendRequest } from '@/lib/cancellation/commands/opening'
export { openFurtherNumber } from '@/lib/cancellation/commands/further-number'
export { confirmContact } from '@/lib/cancellation/commands/confirm-contact'
export { addDocument, dropDocument, purgePhotos } from '@/lib/cancellation/commands/documents'
export { changeGuide } from '@/lib/cancellation/commands/change-guide'
export { actOnBag, noteCustody } from '@/lib/cancellation/commands/custody'
export {
  flagOverdue,
  flagStalled,
  noteAftercareReminder,
  noteReminder,
  recalculatePromises,
  tellDayCome,
} from '@/lib/cancellation/commands/system-notes'
export { eraseAgain, eraseRequest } from '@/lib/cancellation/commands/erase-request'
export { giveCopy } from '@/lib/cancellation/commands/give-copy'
export { noteLook } from '@/lib/cancellation/commands/note-look'
export { replaceSearchKey } from '@/lib/cancellation/commands/replace-search-key'
export { maskRequest } from '@/lib/cancellation/commands/mask-request'
export { rowsOf } from '@/lib/cancellation/commands/writer/bulk-rows'
export type { Written, WriteRefusal } from '@/lib/cancellation/commands/writer/append'
export type { Actor } from '@/lib/cancellation/rules/actor'
