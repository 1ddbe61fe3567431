// The folders of lib, from what asks nobody to what asks all. Each may import values of the rows
// above its own: so no two of them import each other, nor any longer ring. What several speak of
// belongs into `domain`; what follows an event of a request is named in lib/writer.ts (adr 36).
// Types may go any way. `ops` puts the parts together.
module.exports = [
  ['domain'],
  ['db', 'forms', 'i18n'],
  ['calendar', 'carriers', 'drafts', 'form-submissions', 'photos', 'rate-limits', 'retention'],
  ['accounts'],
  ['audit', 'guide', 'stores'],
  ['cancellation'],
  ['auth', 'documents', 'live', 'notices', 'receipts', 'reports', 'visits'],
  ['questions'],
  ['data-copies'],
  ['api', 'overview', 'desk-search'],
  ['ops'],
]
