// In place of what no page of ours runs: Next's stand-ins for what each browser that it supports
// has (`Array.flat`), and its advice to those who write pages.
