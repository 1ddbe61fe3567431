// All that the code Next sends to a browser reads of its constants (next/dist/lib/constants): a
// test holds this list against Next's sources, so that an upgrade that reads another one is told.
export const NEXT_NAV_DEPLOYMENT_ID_HEADER = 'x-nextjs-deployment-id'
