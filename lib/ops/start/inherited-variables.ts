/**
 * What web and jobs take over from the operator's environment, besides what the start hands them
 * (serving-variables.ts). The rest stays with the start: the owner's address of the database above
 * all, and whatever else of the machine stands there.
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

/** The variables of this process that its children may have. */
export const inheritedVariables = (source = process.env): NodeJS.ProcessEnv =>
  Object.fromEntries(
    inherited.flatMap((name) => (source[name] === undefined ? [] : [[name, source[name]]])),
  ) as NodeJS.ProcessEnv
