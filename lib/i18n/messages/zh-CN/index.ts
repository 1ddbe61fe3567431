import account from './account.json'
import api from './api.json'
import audit from './audit.json'
import bulk from './bulk.json'
import calendar from './calendar.json'
import custody from './custody.json'
import dataCopy from './dataCopy.json'
import demands from './demands.json'
import documents from './documents.json'
import faults from './faults.json'
import form from './form.json'
import guide from './guide.json'
import guideHistory from './guideHistory.json'
import guidePreview from './guidePreview.json'
import guides from './guides.json'
import history from './history.json'
import inheritance from './inheritance.json'
import join from './join.json'
import list from './list.json'
import live from './live.json'
import moves from './moves.json'
import notices from './notices.json'
import overview from './overview.json'
import paper from './paper.json'
import preflight from './preflight.json'
import privacy from './privacy.json'
import questions from './questions.json'
import receipt from './receipt.json'
import record from './record.json'
import reports from './reports.json'
import rules from './rules.json'
import settings from './settings.json'
import shell from './shell.json'
import signIn from './signIn.json'
import slip from './slip.json'
import status from './status.json'
import stores from './stores.json'
import verify from './verify.json'
import walk from './walk.json'
import words from './words.json'

export default {
  account,
  api,
  audit,
  bulk,
  calendar,
  custody,
  dataCopy,
  demands,
  documents,
  faults,
  form,
  guide,
  guideHistory,
  guidePreview,
  guides,
  history,
  inheritance,
  join,
  list,
  live,
  moves,
  notices,
  overview,
  paper,
  preflight,
  privacy,
  questions,
  receipt,
  record,
  reports,
  rules,
  settings,
  shell,
  signIn,
  slip,
  status,
  stores,
  verify,
  walk,
  words,
}
