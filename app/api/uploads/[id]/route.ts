import { goOn } from '../upload-server'

type Context = { params: Promise<{ id: string }> }
const handle = async (request: Request, { params }: Context) => goOn(request, (await params).id)

export const HEAD = handle
export const PATCH = handle
export const DELETE = handle
