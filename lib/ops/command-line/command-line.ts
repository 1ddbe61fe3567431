import { type ParseArgsConfig, parseArgs } from 'node:util'
import { failWith } from './problem'

type Options = NonNullable<ParseArgsConfig['options']>
type Values<O extends Options> = ReturnType<typeof parseArgs<{ options: O }>>['values']

/** Usage error: the help is shown, and the exit code is 2. */
export class NotUnderstood extends Error {}

/**
 * Runs an operator's command: `--help` shows `help`; exits with what `work` returns, 1 when it
 * throws a problem, 2 for a usage error.
 */
export async function runCommand<O extends Options>(
  help: string,
  options: O,
  work: (values: Values<O>) => Promise<number>,
) {
  try {
    const { values } = parseArgs({ options: { ...options, help: { type: 'boolean' } } }) as {
      values: Values<O> & { help?: boolean }
    }
    if (values.help) {
      console.log(help)
      process.exit(0)
    }
    process.exit(await work(values))
  } catch (error) {
    const isUsageError =
      error instanceof TypeError &&
      'code' in error &&
      String(error.code).startsWith('ERR_PARSE_ARGS')
    if (!isUsageError && !(error instanceof NotUnderstood)) failWith(error)
    console.error(error.message ? `${error.message}\n\n${help}` : help)
    process.exit(2)
  }
}
