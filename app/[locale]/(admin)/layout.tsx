// Administrators use the desk's layout: the navigation depends on their role.
export { default } from '../(desk)/layout'
