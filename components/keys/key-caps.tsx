/** Keys as they stand on the keyboard. */
export function KeyCaps({ keys }: { keys: string }) {
  const caps = keys.split(/[ +]/).map((cap) => (cap === 'Mod' ? 'Ctrl' : cap))
  return (
    <span className="flex shrink-0 gap-1">
      {caps.map((cap) => (
        <kbd
          key={cap}
          className="min-w-6 rounded border border-edge bg-sunken px-1.5 text-center text-sm"
        >
          {cap.length === 1 ? cap.toUpperCase() : cap}
        </kbd>
      ))}
    </span>
  )
}
