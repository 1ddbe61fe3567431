// next's marker of server files throws outside its bundler: under Vitest this stands in.
export {}
