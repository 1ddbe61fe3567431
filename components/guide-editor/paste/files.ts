import type { EditorProps } from '@tiptap/pm/view'
import { TextSelection } from '@tiptap/pm/state'
import { blocksOfHtml } from './from-html'

type FileProps = Required<Pick<EditorProps, 'handlePaste' | 'handleDrop'>>

/**
 * Files that are pasted or dropped go to `take`, and the cursor to where they were dropped. Office
 * programs put a picture of the words beside the words: whoever pastes those wants the words.
 */
export function fileProps(origin: string, take: (files: readonly File[]) => void): FileProps {
  return {
    handlePaste: (_, { clipboardData }) => {
      const files = [...(clipboardData?.files ?? [])]
      const html = clipboardData?.getData('text/html') ?? ''
      if (files.length === 0 || blocksOfHtml(html, origin).blocks.length > 0) return false
      take(files)
      return true
    },
    handleDrop: (view, event, _, moved) => {
      const files = [...(event.dataTransfer?.files ?? [])]
      if (moved || files.length === 0) return false
      event.preventDefault()
      const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
      if (place) {
        const at = TextSelection.near(view.state.doc.resolve(place.pos))
        view.dispatch(view.state.tr.setSelection(at))
      }
      take(files)
      return true
    },
  }
}
