// In place of a stand-in for the whole of Node's `process`: what a browser reads of it was settled
// by the build.
export const env = {}
