import { useEffect } from 'react'

/**
 * A file that is dropped beside the texts stays where it was: a browser would leave the page and
 * open it, and what is not saved would be lost.
 */
export function useNoStrayDrops() {
  useEffect(() => {
    const refuse = (event: DragEvent) => {
      const isField = event.target instanceof Element && event.target.closest('input[type=file]')
      if (event.dataTransfer?.types.includes('Files') && !isField) event.preventDefault()
    }
    window.addEventListener('dragover', refuse)
    window.addEventListener('drop', refuse)
    return () => {
      window.removeEventListener('dragover', refuse)
      window.removeEventListener('drop', refuse)
    }
  }, [])
}
