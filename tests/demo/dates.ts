/** A day, `YYYY-MM-DD`. */
export type Day = string;

const dayMs = 86_400_000;

/** The day that is so many days after another; negative: before. */
export const dayAfter = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** Ten in the morning of a day, as pages write instants. */
export const instantOf = (day: Day): string => `${day}T10:00:00Z`;

/** The day it is where this runs. */
export const realToday = (): Day => {
  const now = new Date();
  return [now.getFullYear(), pad(now.getMonth() + 1), pad(now.getDate())].join('-');
};

/** `Dec 4, 2026` */
export const longDay = (day: Day): string => `${shortDay(day)}, ${day.slice(0, 4)}`;

/** `Dec 4` */
export const shortDay = (day: Day): string => `${months[Number(day.slice(5, 7)) - 1]} ${Number(day.slice(8, 10))}`;

/** As a task list writes a day that is near: `Today`, `Tomorrow`, `Yesterday`, else `Dec 4`. */
export const relativeDay = (day: Day, today: Day): string => {
  if (day === today) return 'Today';
  if (day === dayAfter(today, 1)) return 'Tomorrow';
  if (day === dayAfter(today, -1)) return 'Yesterday';
  return shortDay(day);
};

/** `3 days ago`, as issue lists write it. */
export const ago = (day: Day, today: Day): string => {
  const days = Math.round((Date.parse(today) - Date.parse(day)) / dayMs);
  if (days <= 0) return 'today';
  return days === 1 ? 'yesterday' : `${days} days ago`;
};

const pad = (part: number): string => String(part).padStart(2, '0');
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
