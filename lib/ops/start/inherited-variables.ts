/**
 * Variables that web and jobs inherit from the operator's environment, besides those that the start
 * sets (serving-variables.ts). Nothing else is passed on, above all not the database owner's URL.
 */
const inherited = [
  'HOME',
  'LANG',
  'LC_ALL',
  'LOG_LEVEL',
  'NODE_ENV',
  'NODE_EXTRA_CA_CERTS',
  'NODE_OPTIONS',
  'NO_COLOR',
  'PATH',
  'SSL_CERT_DIR',
  'SSL_CERT_FILE',
  'TMPDIR',
  'TZ',
]

/** The variables that child processes may inherit. */
export const inheritedVariables = (source = process.env): NodeJS.ProcessEnv =>
  Object.fromEntries(
    inherited.flatMap((name) => (source[name] === undefined ? [] : [[name, source[name]]])),
  ) as NodeJS.ProcessEnv
