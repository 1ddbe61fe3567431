/**
 * A checkbox that the page's script stores on this device; without scripts an ordinary checkbox.
 */
export const KeptTick = ({ name, label }: { name: string; label: string }) => (
  <input
    type="checkbox"
    data-kept={name}
    autoComplete="off"
    aria-label={label}
    className="mt-1 size-5 shrink-0 accent-(--color-accent)"
  />
)
