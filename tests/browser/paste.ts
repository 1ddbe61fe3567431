// What a browser does with a clipboard and with what is dropped, which tests cannot fill otherwise:
// Chromium cleans HTML that a page puts there itself.
import type { Locator } from '@playwright/test'

type Clipboard = Record<string, string>

/** Pastes these forms of one content, by their types, where the cursor is. */
export const paste = (into: Locator, clipboard: Clipboard) =>
  bringFiles(into, 'paste', [], clipboard)

/** Pastes or drops files, beside what else the clipboard has. */
export async function bringFiles(
  into: Locator,
  how: 'paste' | 'drop',
  files: { name: string; type: string; bytes: Buffer }[],
  clipboard: Clipboard = {},
) {
  if (how === 'paste') await into.focus()
  const sent = files.map(({ bytes, ...file }) => ({ ...file, bytes: bytes.toString('base64') }))
  await into.evaluate(
    (element, { how: way, files: given, clipboard: forms }) => {
      const data = new DataTransfer()
      for (const { name, type, bytes } of given) {
        const letters = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))
        data.items.add(new File([letters], name, { type }))
      }
      for (const [type, content] of Object.entries(forms)) data.setData(type, content)
      const { left, bottom } = element.getBoundingClientRect()
      const init = { bubbles: true, cancelable: true }
      element.dispatchEvent(
        way === 'paste'
          ? new ClipboardEvent('paste', { ...init, clipboardData: data })
          : new DragEvent('drop', {
              ...init,
              dataTransfer: data,
              clientX: left + 20,
              clientY: bottom - 20,
            }),
      )
    },
    { how, files: sent, clipboard },
  )
}
