type KeyOf<Union> = Union extends unknown ? keyof Union : never
type ValueAt<Union, Key> = Union extends unknown
  ? Key extends keyof Union
    ? Union[Key]
    : never
  : never

/** Whatever any member of a union may hold, for readers that are asked of several of them. */
export type Merged<Union> = { [Key in KeyOf<Union>]?: ValueAt<Union, Key> | undefined }
