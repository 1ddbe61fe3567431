// Administrators work in the same frame as the desk: what they find in it depends on their role.
export { default } from '../(desk)/layout'
