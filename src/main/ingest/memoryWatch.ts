/** The watch over what a worker holds; readers have it too, for threads that help them. */
export { type MemoryLimits, watchMemory } from '../readers/memoryWatch.ts'
