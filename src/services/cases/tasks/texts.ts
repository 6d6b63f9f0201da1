import type { Texts } from '#platform/text.ts'

export const taskTexts: Texts = {
  de: {
    'report.event.task.added': 'Neue Aufgabe, fällig am {day}.',
    'report.event.task.changed': 'Aufgabe geändert, fällig am {day}.',
    'report.event.task.done': 'Aufgabe erledigt.',
    'report.event.task.reopened': 'Aufgabe wieder offen, fällig am {day}.',
    'task.notice.given': 'Neue Aufgaben',
    'task.notice.given.hint': 'Wenn Sie oder Ihre Stelle eine Aufgabe zu einem Vorgang bekommen',
    'task.notice.due': 'Fällige Aufgaben',
    'task.notice.due.hint': 'Am Morgen des Tages, an dem eine Aufgabe fällig ist',
    'task.tell.given': 'Neue Aufgabe bis {day}: {task} ({title}, {place})',
    'task.tell.due': 'Heute fällig: {task} ({title}, {place})',
    'refusal.dayNotPossibleForTask': 'Bitte geben Sie einen Tag ab heute an oder eine Zahl von Arbeitstagen, höchstens zwei Jahre voraus.',
    'refusal.tooManyTasks': 'An einem Vorgang können {count} Aufgaben offen sein. Erledigen Sie erst eine davon.',
    'refusal.taskChanged':
      '{who} hat diese Aufgabe am {when} geändert. Das Formular zeigt, was Sie eingegeben haben. Senden Sie es noch einmal, wenn es so gelten soll.',
    'refusal.taskIsDone': 'Diese Aufgabe ist erledigt. Öffnen Sie sie wieder, um sie zu ändern.',
  },
  en: {
    'report.event.task.added': 'New task, due {day}.',
    'report.event.task.changed': 'Task changed, due {day}.',
    'report.event.task.done': 'Task done.',
    'report.event.task.reopened': 'Task open again, due {day}.',
    'task.notice.given': 'New tasks',
    'task.notice.given.hint': 'When you or your unit get a task about a case',
    'task.notice.due': 'Tasks that are due',
    'task.notice.due.hint': 'In the morning of the day on which a task is due',
    'task.tell.given': 'New task until {day}: {task} ({title}, {place})',
    'task.tell.due': 'Due today: {task} ({title}, {place})',
    'refusal.dayNotPossibleForTask': 'Please give a day from today on, or a number of working days, at most two years ahead.',
    'refusal.tooManyTasks': 'At most {count} tasks can be open on one case. Finish one of them first.',
    'refusal.taskChanged': '{who} changed this task on {when}. The form shows what you typed. Send it again if it shall be so.',
    'refusal.taskIsDone': 'This task is done. Open it again to change it.',
  },
}
