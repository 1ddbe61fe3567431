'use client'
import DeskFailed from '../(desk)/error'

export default DeskFailed
