// The one write path of requests: lock the row within what the actor may see, ask the rules, append
// the event, update the projection, all in one transaction. Pages, the API, bulk actions and jobs
// come through here.
export { makeMove } from './make-move'
export { noteDuty } from './note-duty'
export { noteStep } from './note-step'
export { noteWaiting } from './note-waiting'
export { reissueSlip } from './reissue-slip'
export { openRequest, amendRequest } from './opening'
export { confirmContact } from './confirm-contact'
export { addDocument, dropDocument, purgePhotos } from './documents'
export { changeGuide } from './change-guide'
export { actOnBag, noteCustody } from './custody'
export {
  flagOverdue,
  flagStalled,
  noteAftercareReminder,
  noteReminder,
  recalculatePromises,
  tellDayCome,
} from './system-notes'
export { eraseAgain, eraseRequest } from './erase-request'
export { noteLook } from './note-look'
export { replaceSearchKey } from './replace-search-key'
export { maskRequest } from './mask-request'
export { rowsOf } from './writer/bulk-rows'
export type { Written, WriteRefusal } from './writer/append'
export type { Actor } from '../rules/actor'
