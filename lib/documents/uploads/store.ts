import { DataStore, ERRORS, Upload } from '@tus/server'
import type { Readable } from 'node:stream'
import { uploadChunkBytes } from '../limits'
import { findUpload } from './queries'
import { addPart, dropUpload, startUpload } from './commands'

/** The target of a new upload; the caller has checked that it is permitted. */
export type UploadHome = {
  requestId: string
  step: string
  material: string | null
  byCustomer: boolean
}

/**
 * Pending uploads, stored in PostgreSQL so that any process can continue them. Bytes are stored in
 * pieces as they arrive, so that an interrupted connection loses less than one piece.
 */
export class DatabaseUploads extends DataStore {
  override extensions = ['creation', 'termination']

  constructor(private readonly home: UploadHome | null) {
    super()
  }

  override async create(upload: Upload): Promise<Upload> {
    if (!this.home || !upload.size) throw ERRORS.INVALID_LENGTH
    await startUpload({ id: upload.id, ...this.home, length: upload.size }, new Date())
    return upload
  }

  override async getUpload(id: string): Promise<Upload> {
    const found = await findUpload(id)
    if (!found) throw ERRORS.FILE_NOT_FOUND
    return new Upload({
      id,
      size: found.length,
      offset: found.received,
      creation_date: found.startedAt.toISOString(),
    })
  }

  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    let at = offset
    let waiting: Buffer[] = []
    let length = 0
    const keep = async () => {
      if (!length) return
      if (!(await addPart(id, at, Buffer.concat(waiting)))) throw ERRORS.INVALID_OFFSET
      at += length
      waiting = []
      length = 0
    }
    try {
      for await (const chunk of stream) {
        waiting.push(chunk as Buffer)
        length += (chunk as Buffer).length
        if (length >= uploadChunkBytes) await keep()
      }
    } catch (error) {
      // The connection broke: store what arrived, so that the next attempt can resume from there.
      await keep()
      throw error
    }
    await keep()
    return at
  }

  override remove = (id: string) => dropUpload(id)
}
