type KeyOf<Union> = Union extends unknown ? keyof Union : never
type ValueAt<Union, Key> = Union extends unknown
  ? Key extends keyof Union
    ? Union[Key]
    : never
  : never

/** All keys of a union's members as optional properties, for code that reads several of them. */
export type Merged<Union> = { [Key in KeyOf<Union>]?: ValueAt<Union, Key> | undefined }
