import { createServer } from 'node:net'
import { Problem } from '../command-line/problem'

/** Throws when the port is in use, or may not be bound by this user or machine. */
export const requireFreePort = (port: number, host?: string) =>
  new Promise<void>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', ({ code }: NodeJS.ErrnoException) =>
      reject(
        new Problem(
          code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND'
            ? `This machine has no address ${host}: set HOST to one of its own, or leave it out.`
            : code === 'EACCES'
              ? `This user may not listen on port ${port}: choose one above 1023, for example ` +
                'PORT=3001 npm start.'
              : `Port ${port} is in use: stop what listens there, or choose another, for ` +
                `example PORT=${port + 1} npm start.`,
        ),
      ),
    )
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
