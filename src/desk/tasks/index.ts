export { CaseTasks } from './case-tasks.view.tsx'
export { type TaskChoices, taskChoices } from './choices.ts'
