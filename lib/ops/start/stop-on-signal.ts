/** Stops everything, in order, on Ctrl-C and SIGTERM; a second signal is ignored. */
export function stopOnSignal(stopAll: () => Promise<void>) {
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    console.log('\n• Stopping…')
    stopAll().then(
      () => {
        console.log('✓ Stopped.')
        process.exit(0)
      },
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
}
