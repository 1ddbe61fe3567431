import { type Context, guideStart } from './guide-start'

export const GET = (request: Request, context: Context) => guideStart(request, context, '/guide')
