/**
 * A box to tick off; the page's script keeps it on this device. Without scripts it is a box like
 * any other.
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
