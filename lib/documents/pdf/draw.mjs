// Worker thread that renders a PDF's pages with PDFium in WebAssembly, without access to files or
// network.
import { parentPort, workerData } from 'node:worker_threads'
import { PDFiumLibrary } from '@hyzyla/pdfium'

const { sent, longestSide, mostPages } = workerData

const say = (message, moved) => parentPort.postMessage(message, moved)

try {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(sent)
  const count = document.getPageCount()
  if (count > mostPages) say({ fault: 'document_too_many_pages' })
  else {
    const pages = []
    for (let place = 0; place < count; place += 1) pages.push(await drawn(document.getPage(place)))
    say(
      { pages },
      pages.map(({ bytes }) => bytes.buffer),
    )
  }
} catch (error) {
  say({ fault: /password/i.test(error.message) ? 'document_locked' : 'document_unreadable' })
}

async function drawn(page) {
  const { originalWidth, originalHeight } = page.getOriginalSize()
  const scale = Math.min(3, longestSide / Math.max(originalWidth, originalHeight, 1))
  const { width, height, data } = await page.render({ scale, render: 'bitmap' })
  return { bytes: new Uint8Array(data), width, height }
}
