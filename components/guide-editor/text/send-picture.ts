/** What the desk answered to a picture: its id, or the code of what is wrong. */
export type Sent = { id: string } | { fault: string }

/**
 * Sends a picture's bytes; `told` hears how much has gone, from 0 to 1, which `fetch` does not say.
 * A line that breaks is `picture_not_sent`.
 */
export const sendPicture = (file: File, told: (part: number) => void): Promise<Sent> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/pictures')
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => told(total ? loaded / total : 0)
    request.onload = () => {
      const { id, fault }: { id?: string; fault?: string } = request.response ?? {}
      resolve(id ? { id } : { fault: fault ?? 'picture_not_sent' })
    }
    request.onerror = () => resolve({ fault: 'picture_not_sent' })
    request.send(file)
  })
