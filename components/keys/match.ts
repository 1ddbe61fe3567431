/**
 * Keys as the desk writes them: one key (`a`, `/`, `?`), two in turn (`g l`), or a chord with
 * Control, or Command on a Mac (`Mod+k`, `Mod+Enter`).
 */
export type Keys = string

type Pressed = {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
  isComposing: boolean
}

/** What was pressed, in the desk's notation; null while a word is being composed (IME). */
export function pressedKeys(event: Pressed): Keys | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey, isComposing } = event
  if (isComposing || key === 'Process' || altKey) return null
  // Shift is part of writing `?`, and another key than the letter alone.
  if (shiftKey && /^[a-z]$/i.test(key)) return null
  const plain = key.length === 1 ? key.toLowerCase() : key
  return ctrlKey || metaKey ? `Mod+${plain}` : plain
}

export const isChord = (keys: Keys) => keys.startsWith('Mod+')

/** How long the second key of two may take, in milliseconds. */
export const turnWithin = 1500

/**
 * The keys that one more press makes out of those before it: a second one after `g`, or itself.
 */
export const afterPress = (earlier: Keys | null, pressed: Keys, bound: readonly Keys[]): Keys =>
  earlier !== null && bound.includes(`${earlier} ${pressed}`) ? `${earlier} ${pressed}` : pressed

/** Whether what was pressed begins two keys in turn. */
export const beginsTurn = (pressed: Keys, bound: readonly Keys[]) =>
  bound.some((keys) => keys.startsWith(`${pressed} `))

/** Whether single keys are text here: in fields that are typed in, and in lists that are chosen. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable) return true
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  return (
    target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)
  )
}
