/** The part of `browser.action` that the badge needs. */
export interface Action {
  readonly setBadgeText: (details: { text: string }) => Promise<void>;
  readonly setBadgeBackgroundColor: (details: { color: string }) => Promise<void>;
  readonly setTitle: (details: { title: string }) => Promise<void>;
}

const most = 99;
/** The accent of `components/theme.css`, which the toolbar cannot read. */
const accent = '#4b5bd6';

/** The count on the toolbar icon (M3); nothing for none. `title` is what a pointer and a screen reader are told. */
export const showBadge = async (action: Action, count: number, title: string): Promise<void> => {
  await action.setBadgeBackgroundColor({ color: accent });
  await action.setBadgeText({ text: count === 0 ? '' : count > most ? `${most}+` : String(count) });
  await action.setTitle({ title });
};
