/** 200 as long as the process answers, whatever else is gone: for whoever would start it anew. */
export const GET = () => Response.json({ status: 'ok' })
